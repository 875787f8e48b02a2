import { useLocation, useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { ReadAloud } from "#app/components/speech/read-aloud.tsx";
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
  const { pathname } = useLocation();
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
      {text === "" || arrivingAt !== null ? null : <ReadAloud key={text} text={text} />}
      {arriving.isAuthored ? (
        <p className="tiny muted">
          The model did not find its own words in time; this is the question as it was written.
        </p>
      ) : null}
      {arrivingAt === null ? null : (
        <noscript>
          <p className="small">
            <a href={pathname}>Reload the page</a> in a few seconds to read it.
          </p>
        </noscript>
      )}
    </div>
  );
}

type Arriving = { text: string; isAuthored: boolean };

function textIn(data: unknown): string {
  const { text } = (data ?? {}) as { text?: unknown };
  return typeof text === "string" ? text : "";
}

/** Words as they arrive. When they are complete the room is loaded anew, with the question as one of its turns. */
function useArriving(address: string | null): Arriving {
  const { revalidate } = useRevalidator();
  const [arriving, setArriving] = useState<Arriving>({ text: "", isAuthored: false });
  const hear = (isAuthored: boolean) => (data: unknown) => setArriving({ text: textIn(data), isAuthored });
  const end = (isAuthored: boolean) => (data: unknown) => {
    hear(isAuthored)(data);
    revalidate();
  };
  useEventSource(address, { text: hear(false), done: end(false), fault: end(true) }, ["done", "fault"]);
  return arriving;
}
