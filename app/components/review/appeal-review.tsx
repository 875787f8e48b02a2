import { Form, Link, useNavigation } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { LevelsBy } from "#app/components/ui/levels-by.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { GraderName } from "#app/domain/grading/grade.ts";
import type { AnswerProblem, GivenAnswer } from "#app/domain/review/appeal-answer.ts";
import { maxCommentChars } from "#app/domain/review/review.ts";
import { Interview, type InterviewView } from "./interview.tsx";
import { Asked, LevelChoices, type RubricCriterion } from "./levels-form.tsx";
import "./review.css";

export type ContestedLevel = InterviewView & {
  title: string;
  finishedAt: string;
  reason: string;
  criterion: RubricCriterion;
  /** What this reviewer gave, with the level that was contested; null before. */
  given: { level: number | null; comment: string; first: { grader: GraderName; level: number } } | null;
};

export type RefusedAnswer = { given: GivenAnswer; problems: readonly AnswerProblem[] };

type AppealReviewProps = { view: ContestedLevel; refused: RefusedAnswer | null };

/** An interview without a name, the reason why a level is contested, and the one criterion to be given a level. */
export function AppealReview({ view, refused }: AppealReviewProps) {
  const { title, finishedAt, reason, criterion, given } = view;
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/studio/reviews">Reviews</Link> /
        </p>
        <h1>{title}</h1>
        <p className="small muted">
          Finished <Time iso={finishedAt} form="date-time" />.{" "}
          {given
            ? "You have answered."
            : "One level is contested. You see the grader’s after yours, which then counts."}
        </p>
      </header>
      <div className="review-columns">
        <Interview {...view} />
        <section className="review-rubric" aria-labelledby="review-rubric">
          <h2 className="label" id="review-rubric">
            Why the candidate contests it
          </h2>
          <blockquote className="contested-reason">{reason}</blockquote>
          {given ? (
            <Answered criterion={criterion} given={given} />
          ) : (
            <AnswerForm criterion={criterion} refused={refused} />
          )}
        </section>
      </div>
    </div>
  );
}

function AnswerForm({ criterion, refused }: { criterion: RubricCriterion; refused: RefusedAnswer | null }) {
  const isSending = useNavigation().state !== "idle";
  const problemOf = (field: AnswerProblem["field"]) => refused?.problems.find((each) => each.field === field)?.message;
  const [level, comment] = [problemOf("level"), problemOf("comment")];
  return (
    <Form method="post" className="levels-form" preventScrollReset>
      {refused ? <Message tone="danger" role="alert" title="Your answer is not kept yet." /> : null}
      <fieldset className="criterion-levels" aria-describedby={level ? "problem-level" : undefined}>
        <legend>
          <span className="criterion-key">{criterion.key}</span> {criterion.title}
        </legend>
        <Asked criterion={criterion} />
        <LevelChoices name="level" levels={criterion.levels} chosen={refused?.given.level} />
        {level ? (
          <p className="field-error" id="problem-level">
            {level}
          </p>
        ) : null}
        <div className="field">
          <label htmlFor="comment">Why, for the candidate to read</label>
          <textarea
            id="comment"
            name="comment"
            rows={4}
            required
            maxLength={maxCommentChars}
            defaultValue={refused?.given.comment}
            aria-invalid={comment ? true : undefined}
            aria-describedby={comment ? "problem-comment" : undefined}
          />
          {comment ? (
            <p className="error" id="problem-comment">
              {comment}
            </p>
          ) : null}
        </div>
      </fieldset>
      <Button look="go" disabled={isSending}>
        Give this level
      </Button>
      <p className="tiny muted">It is given once, and counts over the grader’s.</p>
    </Form>
  );
}

function Answered({ criterion, given }: { criterion: RubricCriterion; given: NonNullable<ContestedLevel["given"]> }) {
  return (
    <div className="criterion-levels">
      <h2 className="label">Your answer</h2>
      <h3>
        <span className="criterion-key">{criterion.key}</span> {criterion.title}
      </h3>
      <LevelsBy
        levels={[
          { by: "You", level: given.level, instead: "Cannot tell" },
          { by: "Grader", level: given.first.level },
        ]}
      />
      <p className="small">{given.comment}</p>
      <p className="row">
        <ButtonLink look="go" to="/studio/reviews">
          To the next one
        </ButtonLink>
      </p>
    </div>
  );
}
