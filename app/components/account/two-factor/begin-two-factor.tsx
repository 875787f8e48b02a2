import { Message } from "#app/components/ui/message.tsx";
import { PasswordStep } from "./password-step.tsx";
import type { TwoFactorReply } from "./two-factor-reply.ts";

type BeginTwoFactorProps = { isVerified: boolean; hasPassword: boolean; reply: TwoFactorReply | undefined };

export function BeginTwoFactor({ isVerified, hasPassword, reply }: BeginTwoFactorProps) {
  return (
    <>
      {reply?.words ? <Message role="status" title={reply.words} /> : null}
      <p>
        An app on your phone shows a new code every half minute. Whoever has only your password, or only your mail, then
        cannot sign in. A passkey is as strong by itself and asks for no code.
      </p>
      {!isVerified ? <p>Verify your e-mail address first, on the page of your account.</p> : null}
      {isVerified && !hasPassword ? <p>Choose a password first, on the page of your account.</p> : null}
      {isVerified && hasPassword ? (
        <PasswordStep error={reply?.fields.password} buttons={[{ intent: "begin", words: "Set up an app" }]} />
      ) : null}
    </>
  );
}
