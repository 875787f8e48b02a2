import { useLocation } from "@remix-run/react";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { NotTaken } from "./not-taken.ts";

/** Why what was sent was not taken, where it was sent from. */
export function Problem({ notTaken }: { notTaken: NotTaken }) {
  const { pathname } = useLocation();
  if (notTaken.reason !== "signed_out") {
    return (
      <p className="composer-problem field-error" id="composer-problem" role="alert">
        {notTaken.message}
      </p>
    );
  }
  return (
    <div className="composer-problem" id="composer-problem">
      <Message
        role="alert"
        title={notTaken.message}
        action={<ButtonLink to={`/sign-in?next=${encodeURIComponent(pathname)}`}>Sign in</ButtonLink>}
      >
        Sign in again and you are back at this question with everything you typed.
      </Message>
    </div>
  );
}
