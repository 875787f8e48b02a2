import { Message } from "#app/components/ui/message.tsx";
import { keptWords, type MailReach, nowhereWords } from "#app/domain/accounts/mail-reach.ts";

type LinkSentProps = { email: string; minutes: number; what: string; reach: MailReach };

/** The same words whether the address has an account or not. */
export function LinkSent({ email, minutes, what, reach }: LinkSentProps) {
  const works = `It works once, for ${minutes} minutes.`;
  if (reach === "nowhere") return <Message tone="danger" role="alert" title={nowhereWords} />;
  if (reach === "kept") {
    return (
      <Message role="status" title={`A mail to ${email} is written.`}>
        If an account has this address, {what} is in it. {works} {keptWords}
      </Message>
    );
  }
  return (
    <Message role="status" title={`Look into the mail of ${email}.`}>
      If an account has this address, {what} is on its way. {works} Nothing there? Look among the unwanted mail too, and
      check the address.
    </Message>
  );
}
