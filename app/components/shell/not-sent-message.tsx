import { useLocation } from "@remix-run/react";
import { useEffect, useSyncExternalStore } from "react";
import { Message } from "#app/components/ui/message.tsx";
import { notSent, tellNotSent } from "./stay-as-typed.ts";

/** In view wherever the form stands, until it is sent again or the page is left. */
export function NotSentMessage() {
  const told = useSyncExternalStore(notSent.subscribe, notSent.read, () => null);
  const { pathname } = useLocation();
  useEffect(() => {
    if (told && told.pathname !== pathname) tellNotSent(null);
  }, [told, pathname]);
  return told?.pathname !== pathname ? null : (
    <div className="not-sent">
      <Message tone="danger" role="alert" title={told.words} />
    </div>
  );
}
