import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { LevelsBy, type LevelBy } from "#app/components/ui/levels-by.tsx";
import type { AppealOutcome, AppealView } from "#app/domain/grading/appeal.ts";
import { graderName } from "../grader-name.ts";
import { whichCounts } from "./appeal-words.ts";

/** A contested level: the reason, the level it was about, and beside it what came of it. */
export function Appeal({ appeal, hasReviewers }: { appeal: AppealView; hasReviewers: boolean }) {
  const { id, reason, first, outcome } = appeal;
  return (
    <div className="appeal">
      <h4 className="label">You contested this level</h4>
      <blockquote className="appeal-reason">{reason}</blockquote>
      <LevelsBy levels={[{ by: graderName[first.grader], level: first.level }, answerOf(outcome)]} />
      {outcome.state === "person" ? <p className="appeal-comment">{outcome.comment}</p> : null}
      {outcome.state === "ungraded" ? <p className="small">{outcome.message}</p> : null}
      <p className="tiny muted">{whichCounts(appeal, hasReviewers)}</p>
      {outcome.state === "ungraded" ? <Pursue appealId={id} /> : null}
    </div>
  );
}

function answerOf(outcome: AppealOutcome): LevelBy {
  switch (outcome.state) {
    case "person":
      return { by: "A person", level: outcome.level, instead: "Cannot tell from the transcript" };
    case "waiting":
      return { by: "A person", level: null, instead: "Waiting for a person" };
    case "grader":
      return { by: graderName[outcome.grader], level: outcome.level };
    case "regrading":
      return { by: graderName[outcome.grader], level: null, instead: "Reading your answers" };
    case "ungraded":
      return { by: graderName[outcome.grader], level: null, instead: "Could not grade it; this is not a zero" };
  }
}

function Pursue({ appealId }: { appealId: string }) {
  const isSending = useNavigation().state !== "idle";
  return (
    <Form method="post" className="row" preventScrollReset>
      <input type="hidden" name="intent" value="pursue" />
      <input type="hidden" name="appeal" value={appealId} />
      <Button name="by" value="grader" disabled={isSending}>
        Try again
      </Button>
      <Button name="by" value="person" disabled={isSending}>
        Ask a person instead
      </Button>
    </Form>
  );
}
