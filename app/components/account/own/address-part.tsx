import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { cannotSendWords, type MailReach } from "#app/domain/accounts/mail-reach.ts";
import type { AccountReply } from "../account-reply.ts";
import { ReplyMessage } from "./reply-message.tsx";

type AddressPartProps = { email: string; isVerified: boolean; reach: MailReach; reply: AccountReply | null };

const linkWords: Record<MailReach, string> = {
  sent: "A link to verify it was sent when you made the account.",
  kept: "A link to verify it lies in this instance’s mailbox, as there is no mail server; whoever started it can open that.",
  nowhere: `No link to verify it was sent. ${cannotSendWords}`,
};

export function AddressPart({ email, isVerified, reach, reply }: AddressPartProps) {
  return (
    <LabelledSection id="address" label="E-mail address">
      <p>
        <strong>{email}</strong>, {isVerified ? "verified" : "not verified yet"}
      </p>
      <ReplyMessage reply={reply} />
      {isVerified ? null : (
        <>
          <p className="ink-2">
            {linkWords[reach]} Everything works without; passkeys, an authenticator app, invitations you send and the
            work of a named reviewer wait for it.
          </p>
          {reach === "nowhere" ? null : (
            <Form method="post" preventScrollReset>
              <Button name="intent" value="send-verification">
                Send the link again
              </Button>
            </Form>
          )}
        </>
      )}
    </LabelledSection>
  );
}
