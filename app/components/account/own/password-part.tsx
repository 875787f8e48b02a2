import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import type { AccountReply } from "../account-reply.ts";
import { NewPasswordField } from "../new-password-field.tsx";
import { ReplyMessage } from "./reply-message.tsx";

type PasswordPartProps = { email: string; hasPassword: boolean; reply: AccountReply | null };

export function PasswordPart({ email, hasPassword, reply }: PasswordPartProps) {
  // A form that was taken is an empty form again.
  const key = reply?.tone === "quiet" ? "changed" : "form";
  return (
    <LabelledSection id="password" label="Password">
      <ReplyMessage reply={reply} />
      {hasPassword ? (
        <Form key={key} method="post" className="account-form" preventScrollReset>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <Field
            label="The password you have now"
            name="current"
            type="password"
            autoComplete="current-password"
            required
            error={reply?.fields.current}
          />
          <NewPasswordField label="New password" name="wanted" error={reply?.fields.wanted} />
          <label className="account-check">
            <input type="checkbox" name="endOthers" value="yes" defaultChecked />
            Sign out all other devices
          </label>
          <Button name="intent" value="change-password">
            Change the password
          </Button>
        </Form>
      ) : (
        <>
          <p className="ink-2">Your account has none. You sign in by link or passkey.</p>
          <Form method="post" preventScrollReset>
            <Button name="intent" value="send-password-link">
              Send a link to choose one
            </Button>
          </Form>
        </>
      )}
    </LabelledSection>
  );
}
