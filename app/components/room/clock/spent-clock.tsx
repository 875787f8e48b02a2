import { Clock } from "lucide-react";
import { useEffect, useState } from "react";
import { clockWords, durationWords } from "#app/components/ui/duration-words.ts";
import "./clock.css";

type SpentClockProps = {
  spentMs: number;
  isRunning: boolean;
  /** Where scripts run it shows only if it is wanted; without them it always does. */
  isWanted: boolean;
};

/** The server's number, and a new clock with each; in between the page counts on, for the eye, while it is looked at. */
export function SpentClock({ spentMs, isRunning, isWanted }: SpentClockProps) {
  const shownMs = spentMs + useSecondsLookedAt(isRunning) * 1_000;
  return (
    <div
      className={isWanted ? "room-clock num" : "room-clock num unwanted"}
      role="timer"
      aria-label={`${durationWords(shownMs)} spent`}
    >
      <Clock strokeWidth={1.75} aria-hidden="true" />
      <b>{clockWords(shownMs)}</b> <span className="small muted">spent</span>
    </div>
  );
}

/** A tick that comes much later was held back by the browser: nobody was looking. */
const longestTickMs = 5_000;

/** Seconds this page was in view since it was mounted. */
function useSecondsLookedAt(isRunning: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!isRunning) return;
    let lastMs = Date.now();
    const timer = setInterval(() => {
      const passedMs = Date.now() - lastMs;
      lastMs += passedMs;
      const wasSeen = document.visibilityState === "visible" && passedMs >= 0 && passedMs < longestTickMs;
      if (wasSeen) setSeconds((count) => count + passedMs / 1_000);
    }, 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return seconds;
}
