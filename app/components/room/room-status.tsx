import { Clock } from "lucide-react";
import { useEffect, useState } from "react";
import { countAnswered } from "#app/components/transcript/turns.ts";
import { clockWords, durationWords } from "#app/components/ui/duration-words.ts";
import { QuestionStrokes } from "#app/components/ui/question-strokes.tsx";
import type { RoomView } from "./room-view.ts";

/** Always in view: which question, and how much time was spent. */
export function RoomStatus({ room }: { room: RoomView }) {
  const { questionNumber, questionsInAll, spentMs } = room;
  const isOver = room.phase === "finished";
  return (
    <>
      <div className="room-question">
        {isOver ? null : <QuestionStrokes question={questionNumber} of={questionsInAll} />}
        <span className="small num">
          {isOver ? (
            <>
              <b>Finished</b>, {countAnswered(room.turns)} of {questionsInAll} answered
            </>
          ) : (
            <>
              Question{" "}
              <b>
                {questionNumber} of {questionsInAll}
              </b>
            </>
          )}
        </span>
      </div>
      <SpentClock key={spentMs} spentMs={spentMs} isRunning={!isOver} />
    </>
  );
}

/** The server's number, and a new clock with each; in between the page counts on, for the eye, while it is looked at. */
function SpentClock({ spentMs, isRunning }: { spentMs: number; isRunning: boolean }) {
  const shownMs = spentMs + useSecondsLookedAt(isRunning) * 1_000;
  return (
    <div className="room-clock num" role="timer" aria-label={`${durationWords(shownMs)} spent`}>
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
      const wasSeen = document.visibilityState === "visible" && passedMs < longestTickMs;
      if (wasSeen) setSeconds((count) => count + passedMs / 1_000);
    }, 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return seconds;
}
