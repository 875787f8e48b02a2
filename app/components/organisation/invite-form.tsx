import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { invitationDays } from "#app/domain/accounts/invitation.ts";
import { RoleChoice } from "./role-choice.tsx";

type InviteFormProps = {
  organisation: string;
  /** What was sent and refused. */
  refused: { email: string; roles: readonly string[]; fields: Record<string, string> } | null;
};

export function InviteForm({ organisation, refused }: InviteFormProps) {
  return (
    <Form method="post" className="stack">
      <Field
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="off"
        required
        defaultValue={refused?.email ?? ""}
        error={refused?.fields.email}
        hint={`The link in the mail works for this address alone, once, for ${invitationDays} days.`}
      />
      <RoleChoice
        legend={`What they will be in ${organisation}`}
        chosen={refused?.roles ?? ["candidate"]}
        error={refused?.fields.roles}
      />
      <div>
        <Button look="go" name="intent" value="invite" disabled={useNavigation().state === "submitting"}>
          Send the invitation
        </Button>
      </div>
    </Form>
  );
}
