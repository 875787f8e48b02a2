import { countAnswered } from "#app/components/transcript/turns.ts";
import { QuestionStrokes } from "#app/components/ui/question-strokes.tsx";
import { RemainingClock } from "./clock/remaining-clock.tsx";
import { SpentClock } from "./clock/spent-clock.tsx";
import type { RoomView } from "./room-view.ts";

type RoomStatusProps = {
  room: RoomView;
  /** Whether the time spent is to be seen, where there is no limit. */
  wantsClock?: boolean;
  onTimeUp?: (isUp: boolean) => void;
};

/** Always in view: which question, and where time is limited how much is left. */
export function RoomStatus({ room, wantsClock = false, onTimeUp }: RoomStatusProps) {
  const { id, questionNumber, questionsInAll, spentMs, clock } = room;
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
      {clock === null || isOver ? (
        <SpentClock key={spentMs} spentMs={spentMs} isRunning={!isOver} isWanted={wantsClock || isOver} />
      ) : (
        <RemainingClock sessionId={id} clock={clock} onUp={onTimeUp} />
      )}
    </>
  );
}
