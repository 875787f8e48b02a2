import { Clock } from "lucide-react";
import { useEffect } from "react";
import { clockWords, durationWords } from "#app/components/ui/duration-words.ts";
import type { RoomClock } from "../room-view.ts";
import { useRemaining } from "./use-remaining.ts";
import "./clock.css";

const lastMinuteMs = 60_000;

type RemainingClockProps = {
  sessionId: string;
  clock: RoomClock;
  /** Told when time runs out, and when there is some again after all. */
  onUp?: (isUp: boolean) => void;
};

/** The time left, by the server's clock. In the last minute it says so; it never blinks. */
export function RemainingClock({ sessionId, clock, onUp }: RemainingClockProps) {
  const { leftMs, said } = useRemaining(sessionId, clock);
  const isUp = leftMs === 0;
  useEffect(() => onUp?.(isUp), [isUp, onUp]);
  // A second that has begun is shown whole: a clock of 25 minutes starts at 25:00.
  const wholeMs = Math.ceil(leftMs / 1_000) * 1_000;
  return (
    <>
      <div
        className={leftMs <= lastMinuteMs ? "room-clock num ending" : "room-clock num"}
        role="timer"
        aria-label={clock.isPaused ? `Paused with ${durationWords(wholeMs)} left` : `${durationWords(wholeMs)} left`}
      >
        <Clock strokeWidth={1.75} aria-hidden="true" />
        <b>{clockWords(wholeMs)}</b> <span className="small">{wordsFor(leftMs, clock)}</span>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

function wordsFor(leftMs: number, { isPaused }: RoomClock): string {
  if (isPaused) return "paused";
  if (leftMs === 0) return "time is up";
  return leftMs <= lastMinuteMs ? "last minute" : "left";
}
