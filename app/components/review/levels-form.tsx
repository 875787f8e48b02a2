import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { maxCommentChars, type GivenReview } from "#app/domain/review/review.ts";
import { LevelChoice } from "./level-choice.tsx";

export type RubricCriterion = {
  id: string;
  key: string;
  title: string;
  weight: number;
  levels: readonly string[];
  asks: readonly string[];
  redFlags: readonly string[];
};

/** What was sent and not taken, and why; a problem without a criterion is one of the whole. */
export type RefusedReview = { given: GivenReview; problems: readonly { criterion: string | null; message: string }[] };

type LevelsFormProps = { criteria: readonly RubricCriterion[]; refused: RefusedReview | null };

/** A level for each criterion, or that it cannot be told, with a comment where one helps. */
export function LevelsForm({ criteria, refused }: LevelsFormProps) {
  const isSending = useNavigation().state === "submitting";
  const problems = refused?.problems ?? [];
  const whole = problems.find(({ criterion }) => criterion === null);
  return (
    <Form method="post" className="levels-form" preventScrollReset>
      {whole ? <Message tone="warn" role="alert" title={whole.message} /> : null}
      {problems.length > 0 && !whole ? (
        <Message tone="danger" role="alert" title="Your levels are not kept yet.">
          {problems.length === 1 ? "One criterion needs" : `${problems.length} criteria need`} another look; what you
          chose is still there.
        </Message>
      ) : null}
      {criteria.map((criterion) => (
        <CriterionLevels
          key={criterion.id}
          criterion={criterion}
          given={refused?.given ?? null}
          problem={problems.find((each) => each.criterion === criterion.id)?.message ?? null}
        />
      ))}
      <Button look="go" disabled={isSending}>
        Give these levels
      </Button>
      <p className="tiny muted">They are given once. After it you see the grader’s beside them.</p>
    </Form>
  );
}

type CriterionLevelsProps = { criterion: RubricCriterion; given: GivenReview | null; problem: string | null };

function CriterionLevels({ criterion, given, problem }: CriterionLevelsProps) {
  const { id, key, title, weight, levels } = criterion;
  const problemId = problem === null ? undefined : `problem-${id}`;
  const name = `level:${id}`;
  const chosen = given?.levels[id];
  return (
    <fieldset className="criterion-levels" aria-describedby={problemId}>
      <legend>
        <span className="criterion-key">{key}</span> {title} <span className="small muted num">weight {weight}</span>
      </legend>
      <Asked criterion={criterion} />
      <LevelChoices name={name} levels={levels} chosen={chosen} />
      {problem === null ? null : (
        <p className="field-error" id={problemId}>
          {problem}
        </p>
      )}
      <div className="field">
        <label htmlFor={`comment-${id}`}>Comment, if one helps</label>
        <textarea
          id={`comment-${id}`}
          name={`comment:${id}`}
          rows={2}
          maxLength={maxCommentChars}
          defaultValue={given?.comments[id]}
        />
      </div>
    </fieldset>
  );
}

type LevelChoicesProps = { name: string; levels: readonly string[]; chosen: number | null | undefined };

/** `chosen` is null for "cannot tell", and undefined before there is a choice. */
export function LevelChoices({ name, levels, chosen }: LevelChoicesProps) {
  return (
    <>
      {levels.map((descriptor, level) => (
        <LevelChoice key={level} name={name} level={level} defaultChecked={chosen === level}>
          <span className="serif">{descriptor}</span>
        </LevelChoice>
      ))}
      <LevelChoice name={name} level={null} defaultChecked={chosen === null}>
        Cannot tell from this transcript
      </LevelChoice>
    </>
  );
}

export function Asked({ criterion: { asks, redFlags } }: { criterion: RubricCriterion }) {
  return (
    <details className="outline">
      <summary>What is looked for</summary>
      <ul className="small asked">
        {asks.map((ask) => (
          <li key={ask}>{ask}</li>
        ))}
        {redFlags.map((ask) => (
          <li key={ask}>
            <b className="medium">Red flag:</b> {ask}
          </li>
        ))}
      </ul>
    </details>
  );
}
