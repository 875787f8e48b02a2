import { useLocation } from "@remix-run/react";
import { useEffect, useSyncExternalStore } from "react";
import { Message } from "#app/components/ui/message.tsx";
import { notSent, tellNotSent } from "./stay-as-typed.ts";

/** In view wherever the form stands, until it is sent again or the page is left. */
export function NotSentMessage() {
  const told = useSyncExternalStore(notSent.subscribe, notSent.read, () => null);
  const { pathname } = useLocation();
  const isHere = told?.pathname === pathname;
  useEffect(
    () => () => {
      if (isHere) tellNotSent(null);
    },
    [isHere],
  );
  return told && isHere ? (
    <div className="not-sent">
      <Message tone="danger" role="alert" title={told.words}>
        {told.mustSignIn ? (
          <a href="/sign-in" target="_blank" rel="noreferrer">
            Sign in, in another tab
          </a>
        ) : null}
      </Message>
    </div>
  ) : null;
}
