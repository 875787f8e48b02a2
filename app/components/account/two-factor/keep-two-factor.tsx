import { Message } from "#app/components/ui/message.tsx";
import { PasswordStep } from "./password-step.tsx";
import type { TwoFactorReply } from "./two-factor-reply.ts";

export function KeepTwoFactor({ reply }: { reply: TwoFactorReply | undefined }) {
  return (
    <>
      {reply?.words ? <Message tone="danger" role="alert" title={reply.words} /> : null}
      <p>It is on: signing in by password or link asks for a code from the app.</p>
      <p>New backup codes put the old ones out of use. A new phone? Switch it off, and set the new one up.</p>
      <PasswordStep
        error={reply?.fields.password}
        buttons={[
          { intent: "renew", words: "Make new backup codes" },
          { intent: "end", words: "Switch it off" },
        ]}
      />
    </>
  );
}
