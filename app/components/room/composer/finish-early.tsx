import { useRef, type MouseEvent } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { useClosingDetails } from "#app/components/ui/use-closing-details.ts";
import type { RoomAssessment } from "../room-view.ts";
import { composerId } from "./composer.tsx";

type FinishEarlyProps = {
  answered: number;
  questionsInAll: number;
  hasText: boolean;
  assessment: RoomAssessment | null;
  /** Lets what was typed last reach the server first. */
  beforeFinish: () => Promise<void>;
};

function whatFollows(assessment: RoomAssessment | null): string {
  if (assessment === null) return "What you said is graded, and nothing can be added.";
  if (assessment.part === null) return "It is a warm-up: nobody reads it, and you can take it again.";
  return "What you said counts as this attempt, and nothing can be added.";
}

/** Asks once, then ends the interview. The text in the box belongs to the same form and goes along. */
export function FinishEarly({ answered, questionsInAll, hasText, assessment, beforeFinish }: FinishEarlyProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useClosingDetails(details);
  const isAnything = answered > 0 || hasText;
  const close = () => details.current?.removeAttribute("open");
  const finish = async (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget;
    event.preventDefault();
    await beforeFinish();
    close();
    button.form?.requestSubmit(button);
  };
  return (
    <details className="finish-early" ref={details}>
      <summary className="btn">Finish early</summary>
      <div className="finish-panel">
        {isAnything ? (
          <p>
            <b>Finish now?</b> {answered} of at most {questionsInAll} questions {answered === 1 ? "is" : "are"}{" "}
            answered.
            {hasText ? " The answer in the box goes along." : ""} {whatFollows(assessment)}
          </p>
        ) : (
          <p>
            <b>Nothing is answered yet.</b> Answer one question first; then there is something to{" "}
            {assessment ? "read" : "grade"}.
          </p>
        )}
        <div className="row">
          {isAnything ? (
            <Button form={composerId} name="intent" value="finish" onClick={(event) => void finish(event)}>
              {assessment ? "Finish" : "Finish and grade"}
            </Button>
          ) : null}
          <Button type="button" look="bare" className="needs-script" onClick={close}>
            Keep going
          </Button>
        </div>
      </div>
    </details>
  );
}
