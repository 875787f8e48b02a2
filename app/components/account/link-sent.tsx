import { Message } from "#app/components/ui/message.tsx";

type LinkSentProps = { email: string; minutes: number; what: string };

/** The same words whether the address has an account or not. */
export function LinkSent({ email, minutes, what }: LinkSentProps) {
  return (
    <Message role="status" title={`Look into the mail of ${email}.`}>
      If an account has this address, {what} is on its way. It works once, for {minutes} minutes. Nothing there? Look
      among the unwanted mail too, and check the address.
    </Message>
  );
}
