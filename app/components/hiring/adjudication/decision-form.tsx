import { Form, useNavigation } from "@remix-run/react";
import { useMemo } from "react";
import { QuoteList } from "#app/components/hiring/evidence/quoted.tsx";
import { withComment, withLevel } from "#app/components/hiring/review/edit-draft.ts";
import { BothReviews } from "#app/components/hiring/review/saving/both-reviews.tsx";
import { ReviewSavingLine } from "#app/components/hiring/review/saving/review-saving-line.tsx";
import type { ReviewSaving } from "#app/components/hiring/review/saving/review-saving.ts";
import { LevelChoice } from "#app/components/review/level-choice.tsx";
import type { RubricCriterion } from "#app/components/review/levels-form.tsx";
import type { TurnLike } from "#app/components/transcript/turns.ts";
import { Button } from "#app/components/ui/button.tsx";
import { LevelRuler } from "#app/components/ui/level-ruler.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Reading } from "#app/domain/hiring/comparison.ts";
import { drawingsIn, type Drawings } from "#app/domain/review/quotes.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";
import { maxCommentChars } from "#app/domain/review/review.ts";
import { useDecision, type DecisionToKeep, type EditDecision } from "./use-decision.ts";

export type NamelessReading = Reading & { reader: string };

export type RefusedDecision = {
  draft: ReviewDraft | null;
  problems: readonly { criterion: string | null; message: string }[];
};

export type ToDecide = DecisionToKeep & {
  transcript: readonly Pick<TurnLike, "seq" | "kind" | "text">[];
  criteria: readonly RubricCriterion[];
  readings: Readonly<Record<string, readonly NamelessReading[]>>;
};

type DecisionFormProps = { session: ToDecide; refused: RefusedDecision | null };

/** For each criterion concerned: what two people made of it, and the level that is to count, with a reason. */
export function DecisionForm({ session, refused }: DecisionFormProps) {
  const { criteria, readings, transcript } = session;
  const drawings = useMemo(() => drawingsIn(transcript), [transcript]);
  const isSending = useNavigation().state !== "idle";
  const { state, edit, choose, onSubmit } = useDecision(session, refused);
  const { draft, rival } = state;
  if (rival) return <BothReviews criteria={criteria} draft={draft} rival={rival} onChoose={choose} />;
  return (
    <Form method="post" className="decision-form" preventScrollReset onSubmit={onSubmit}>
      <Hold lockedUntil={state.lockedUntil} lost={state.lost} />
      <ReviewSavingLine state={state} />
      <Refused problems={refused?.problems ?? []} />
      {criteria.map((criterion) => (
        <OneDecision
          key={criterion.id}
          criterion={criterion}
          readings={readings[criterion.id] ?? []}
          drawings={drawings}
          level={draft.levels[criterion.id] ?? null}
          reason={draft.comments[criterion.id] ?? ""}
          problem={refused?.problems.find((each) => each.criterion === criterion.id)?.message ?? null}
          edit={edit}
        />
      ))}
      <div className="row">
        <Button look="go" name="intent" value="submit" disabled={isSending}>
          Give this decision
        </Button>
        <noscript>
          <Button name="intent" value="keep">
            Keep it for later
          </Button>
        </noscript>
      </div>
      <p className="tiny muted">
        A decision is given once. Both reviewers then see it, with your name and your reasons.
      </p>
    </Form>
  );
}

function Refused({ problems }: Pick<RefusedDecision, "problems">) {
  if (problems.length === 0) return null;
  const whole = problems.find(({ criterion }) => criterion === null);
  return (
    <Message tone="danger" role="alert" title={whole?.message ?? "Your decision is not given yet."}>
      What you have written is kept.
    </Message>
  );
}

function Hold({ lockedUntil, lost }: Pick<ReviewSaving, "lockedUntil" | "lost">) {
  if (lockedUntil !== null) {
    return (
      <p className="small ink-2">
        Yours to decide until <Time iso={lockedUntil} form="date-time" />, and half an hour longer with everything you
        write.
      </p>
    );
  }
  const rest = lost?.isOver
    ? "It has been decided meanwhile."
    : lost?.heldBy
      ? `${lost.heldBy} has it now.`
      : "It is yours again with the next thing you write, unless somebody else has taken it.";
  return (
    <Message tone="warn" role="status" title="Your hold on this has ended.">
      What you have written is kept. {rest}
    </Message>
  );
}

type OneDecisionProps = {
  criterion: RubricCriterion;
  readings: readonly NamelessReading[];
  drawings: Drawings;
  level: number | null;
  reason: string;
  problem: string | null;
  edit: EditDecision;
};

function OneDecision({ criterion, readings, drawings, level, reason, problem, edit }: OneDecisionProps) {
  const { id, key, title, levels } = criterion;
  const problemId = problem === null ? undefined : `problem-${id}`;
  return (
    <section className="decision" aria-labelledby={`decide-${id}`}>
      <h3 id={`decide-${id}`}>
        <span className="compared-key">{key}</span> {title}
      </h3>
      <ul className="compared-readings">
        {readings.map((reading) => (
          <Nameless key={reading.reader} reading={reading} drawings={drawings} />
        ))}
      </ul>
      <fieldset className="decision-levels" aria-describedby={problemId}>
        <legend>The level that counts</legend>
        {levels.map((descriptor, each) => (
          <LevelChoice
            key={each}
            name={`level:${id}`}
            level={each}
            checked={level === each}
            onChange={() => edit((draft) => withLevel(draft, id, each))}
          >
            <span className="serif">{descriptor}</span>
          </LevelChoice>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`comment-${id}`}>Why, for both reviewers to read</label>
        <textarea
          id={`comment-${id}`}
          name={`comment:${id}`}
          rows={3}
          maxLength={maxCommentChars}
          value={reason}
          onChange={({ target }) => edit((draft) => withComment(draft, id, target.value))}
          aria-invalid={problem === null ? undefined : true}
          aria-describedby={problemId}
        />
        {problem === null ? null : (
          <p className="error" id={problemId}>
            {problem}
          </p>
        )}
      </div>
    </section>
  );
}

function Nameless({ reading, drawings }: { reading: NamelessReading; drawings: Drawings }) {
  const { reader, level, comment, quotes } = reading;
  return (
    <li>
      <h4>Reviewer {reader}</h4>
      {level === null ? <p className="small">Cannot tell</p> : <LevelRuler level={level} />}
      {comment === "" ? null : <p className="compared-comment">{comment}</p>}
      <QuoteList quotes={quotes} drawings={drawings} />
    </li>
  );
}
