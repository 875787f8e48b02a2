import { useEffect, useState } from "react";

/** The time in milliseconds since 1970, renewed at intervals; null until the page is alive, so that nothing mismatches. */
export function useNow(everyMs: number): number | null {
  const [nowMs, setNowMs] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNowMs(Date.now());
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
}
