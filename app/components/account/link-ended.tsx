import type { ReactNode } from "react";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";

type LinkEndedProps = { children: ReactNode; to: string; action: string };

export function LinkEnded({ children, to, action }: LinkEndedProps) {
  return (
    <>
      <Message tone="warn" title="This link has been used, or has ended.">
        {children}
      </Message>
      <p>
        <ButtonLink to={to}>{action}</ButtonLink>
      </p>
    </>
  );
}
