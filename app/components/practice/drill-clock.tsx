import { useEffect, useState } from "react";
import { clockWords } from "#app/components/ui/duration-words.ts";

/**
 * What is left of the minute. It counts from what the server said was left, by a clock of the browser that cannot be set;
 * without scripts it stands as it was when the page was made.
 */
export function DrillClock({ remainingMs }: { remainingMs: number }) {
  const [left, setLeft] = useState(remainingMs);
  useEffect(() => {
    const began = performance.now();
    const tick = () => setLeft(Math.max(0, remainingMs - (performance.now() - began)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [remainingMs]);
  const isUp = left <= 0;
  return (
    <>
      <p className={isUp ? "drill-clock up" : "drill-clock"} role="timer" aria-live="off">
        {isUp ? "The minute is up. Your answer is still taken." : `${clockWords(Math.ceil(left / 1_000) * 1_000)} left`}
      </p>
      <p className="visually-hidden" role="status">
        {isUp ? "The minute is up. Your answer is still taken, and marked as over time." : ""}
      </p>
    </>
  );
}
