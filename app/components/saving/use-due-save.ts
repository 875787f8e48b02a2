import { useEffect } from "react";

/** Saves when it is due, in milliseconds since 1970; null where there is nothing to save. */
export function useDueSave(dueAtMs: number | null, send: () => Promise<unknown>): void {
  useEffect(() => {
    if (dueAtMs === null) return;
    const timer = setTimeout(() => void send(), Math.max(0, dueAtMs - Date.now()));
    return () => clearTimeout(timer);
  }, [dueAtMs, send]);
}
