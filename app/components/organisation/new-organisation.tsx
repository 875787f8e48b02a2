import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { handleFrom, longestHandle } from "#app/domain/accounts/organisation.ts";
import "./organisation.css";

type NewOrganisationProps = {
  refused: { given: { name: string; handle: string }; fields: Record<string, string> } | null;
};

export function NewOrganisation({ refused }: NewOrganisationProps) {
  const [name, setName] = useState(refused?.given.name ?? "");
  const suggested = handleFrom(name);
  return (
    <div className="wrap account-page">
      <h1>New organisation</h1>
      <p>
        People who write scenarios of their own, take them and see how they are answered. You are its admin, and invite
        the others next.
      </p>
      <Form method="post" className="stack">
        <Field
          label="Name"
          name="name"
          required
          autoComplete="organization"
          defaultValue={refused?.given.name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={refused?.fields.name}
        />
        {/* A handle that the server proposes takes the place of what was typed. */}
        <Field
          key={refused?.given.handle}
          label="Handle"
          name="handle"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={longestHandle}
          placeholder={suggested}
          defaultValue={refused?.given.handle}
          error={refused?.fields.handle}
          hint="Stands in addresses, as in /studio/acme, and cannot be changed later. Left empty, it is made from the name."
        />
        <Button look="go" disabled={useNavigation().state === "submitting"}>
          Create it
        </Button>
      </Form>
    </div>
  );
}
