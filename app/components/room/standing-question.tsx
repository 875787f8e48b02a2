import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { groupLabel } from "#app/components/transcript/turns.ts";
import { useEventSource } from "#app/components/ui/use-event-source.ts";
import type { RoomTurn } from "./room-view.ts";

type StandingQuestionProps = {
  turn: RoomTurn;
  /** The transcript above already shows it, followed by what was asked about it. */
  isRepeated: boolean;
  /** Where its words arrive, while the model is still finding them. */
  arrivingAt: string | null;
};

/** The newest question, large, under an ink rule, until it is answered. */
export function StandingQuestion({ turn, isRepeated, arrivingAt }: StandingQuestionProps) {
  const arriving = useArriving(arrivingAt);
  const label = isRepeated ? `Still to answer: question ${turn.questionNumber ?? ""}` : groupLabel([turn]);
  const text = arrivingAt === null ? turn.text : arriving.text;
  return (
    <div className="standing-question" id="question">
      <p className="who">{label}</p>
      {text === "" ? (
        <p className="question-coming">
          <span className="spinner" /> The interviewer has read your answer and is putting the question
        </p>
      ) : (
        <p className="question-text" id="question-text">
          {text}
        </p>
      )}
      {arriving.fault ? <p className="tiny muted">{arriving.fault} This is the question as it was written.</p> : null}
      {arrivingAt === null ? null : (
        <noscript>
          <p className="small">
            <a href="">Reload the page</a> in a few seconds to read it.
          </p>
        </noscript>
      )}
    </div>
  );
}

const textIn = (data: unknown) => {
  const { text, fault } = (data ?? {}) as { text?: unknown; fault?: unknown };
  return { text: typeof text === "string" ? text : "", fault: typeof fault === "string" ? fault : null };
};

/** Words as they arrive. When they are complete the room is loaded anew, with the question as one of its turns. */
function useArriving(address: string | null) {
  const { revalidate } = useRevalidator();
  const [heard, setHeard] = useState<{ text: string; fault: string | null }>({ text: "", fault: null });
  const end = (data: unknown) => {
    setHeard(textIn(data));
    revalidate();
  };
  useEventSource(address, { text: (data) => setHeard(textIn(data)), done: end, fault: end }, ["done", "fault"]);
  return heard;
}
