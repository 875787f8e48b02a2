import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import type { AccountReply } from "../account-reply.ts";
import { ReplyMessage } from "./reply-message.tsx";

type AddressPartProps = { email: string; isVerified: boolean; keptHere: boolean; reply: AccountReply | null };

export function AddressPart({ email, isVerified, keptHere, reply }: AddressPartProps) {
  return (
    <LabelledSection id="address" label="E-mail address">
      <p>
        <strong>{email}</strong>, {isVerified ? "verified" : "not verified yet"}
      </p>
      <ReplyMessage reply={reply} />
      {isVerified ? null : (
        <>
          <p className="ink-2">
            A link to verify it was sent when you made the account. Everything works without; passkeys, an authenticator
            app and the work of a named reviewer wait for it.
            {keptHere
              ? " Without a mail server it lies in this instance’s mailbox; whoever started it can open that."
              : null}
          </p>
          <Form method="post" preventScrollReset>
            <Button name="intent" value="send-verification">
              Send the link again
            </Button>
          </Form>
        </>
      )}
    </LabelledSection>
  );
}
