import { useLocation } from "@remix-run/react";
import { useEffect, useSyncExternalStore } from "react";
import { Message } from "#app/components/ui/message.tsx";
import { notSent, tellNotSent } from "./stay-as-typed.ts";

/** In view wherever the form stands, until it is sent again or the page is left. */
export function NotSentMessage() {
  const words = useSyncExternalStore(notSent.subscribe, notSent.read, () => null);
  const { pathname } = useLocation();
  useEffect(() => () => tellNotSent(null), [pathname]);
  return words === null ? null : (
    <div className="not-sent">
      <Message tone="danger" role="alert" title={words} />
    </div>
  );
}
