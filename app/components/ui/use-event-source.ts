import { useEffect, useRef } from "react";

type Handlers = Record<string, (data: unknown) => void>;

/**
 * Follows server-sent events while `address` is not null. The browser connects again by itself when the line breaks;
 * `last` names the events after which there is nothing more to hear.
 */
export function useEventSource(address: string | null, handlers: Handlers, last: readonly string[]) {
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  });
  const names = Object.keys(handlers).join(" ");
  const lastNames = last.join(" ");
  useEffect(() => {
    if (address === null || typeof EventSource === "undefined") return;
    const source = new EventSource(address);
    for (const name of names.split(" ")) {
      source.addEventListener(name, (event: MessageEvent<string>) => {
        if (lastNames.split(" ").includes(name)) source.close();
        current.current[name]?.(JSON.parse(event.data));
      });
    }
    return () => source.close();
  }, [address, names, lastNames]);
}
