import { Message } from "#app/components/ui/message.tsx";

type LinkSentProps = { email: string; minutes: number; what: string; keptHere: boolean };

/** The same words whether the address has an account or not. */
export function LinkSent({ email, minutes, what, keptHere }: LinkSentProps) {
  const works = `It works once, for ${minutes} minutes.`;
  if (keptHere) {
    return (
      <Message role="status" title={`A mail to ${email} is written.`}>
        If an account has this address, {what} is in it. {works} This instance has no mail server: the mail lies in its
        mailbox, and whoever started it has the way there on their screen.
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
