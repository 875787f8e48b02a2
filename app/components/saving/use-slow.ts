import { useEffect, useState } from "react";

const slowAfterMs = 300;

/** True once something has been going on for longer than a blink: what is over sooner is not worth a word. */
export function useSlow(isGoingOn: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, [isGoingOn]);
  return isSlow;
}
