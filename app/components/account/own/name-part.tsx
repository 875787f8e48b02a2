import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import type { AccountReply } from "../account-reply.ts";
import { ReplyMessage } from "./reply-message.tsx";

export function NamePart({ name, reply }: { name: string; reply: AccountReply | null }) {
  return (
    <LabelledSection id="name" label="Name">
      <ReplyMessage reply={reply} />
      <Form method="post" className="account-form" preventScrollReset>
        <Field
          label="The name that others see"
          name="name"
          autoComplete="name"
          required
          maxLength={80}
          defaultValue={name}
          error={reply?.fields.name}
        />
        <Button name="intent" value="change-name">
          Change the name
        </Button>
      </Form>
    </LabelledSection>
  );
}
