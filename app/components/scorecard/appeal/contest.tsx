import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useId, useRef } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { levelWords } from "#app/components/ui/level-ruler.tsx";
import { maxReasonChars, type Contests } from "#app/domain/grading/appeal.ts";
import type { CriterionView } from "#app/domain/grading/scorecard/grade-view.ts";
import { whoAnswers } from "./appeal-words.ts";
import { Appeal } from "./appeal.tsx";
import "./appeal.css";

/** A reason that was not taken, and why. */
export type RefusedContest = { criterion: string; reason: string; problem: string };

export const contestId = (criterionId: string) => `contest-${criterionId}`;
export const appealsId = (criterionId: string) => `appeals-${criterionId}`;

type ContestProps = {
  criterion: CriterionView;
  gradeId: string;
  contests: Contests;
  refused: RefusedContest | null;
};

/** Below a criterion: what the candidate said against its level and what came of it, or the form to say it. */
export function Contest({ criterion, gradeId, contests, refused }: ContestProps) {
  const appeals = contests.appeals.filter(({ criterionId }) => criterionId === criterion.id);
  const block = useFocusWhenMore(appeals.length);
  const own = refused?.criterion === criterion.id ? refused : null;
  return (
    <div className="contests" id={appealsId(criterion.id)} tabIndex={-1} ref={block}>
      {appeals.map((appeal) => (
        <Appeal key={appeal.id} appeal={appeal} hasReviewers={contests.hasReviewers} />
      ))}
      {contests.contestable.includes(criterion.id) ? (
        <details className="outline" open={own !== null}>
          <summary>
            Contest this level<span className="visually-hidden">: {criterion.title}</span>
          </summary>
          <ContestForm criterion={criterion} gradeId={gradeId} contests={contests} refused={own} />
        </details>
      ) : null}
    </div>
  );
}

/** Once an appeal is made its form is gone: whoever sent it is led to what took its place. */
function useFocusWhenMore(count: number) {
  const block = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) block.current?.focus({ preventScroll: true });
    before.current = count;
  }, [count]);
  return block;
}

function ContestForm({ criterion, gradeId, contests, refused }: ContestProps) {
  const isSending = useNavigation().state !== "idle";
  const id = useId();
  return (
    <Form method="post" id={contestId(criterion.id)} className="contest-form" preventScrollReset>
      <input type="hidden" name="intent" value="contest" />
      <input type="hidden" name="grade" value={gradeId} />
      <input type="hidden" name="criterion" value={criterion.id} />
      <div className="field">
        <label htmlFor={id}>Why should it be another level?</label>
        <textarea
          id={id}
          name="reason"
          rows={4}
          required
          maxLength={maxReasonChars}
          defaultValue={refused?.reason}
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? `${id}-error ${id}-who` : `${id}-who`}
        />
        {refused ? (
          <p className="error" id={`${id}-error`}>
            {refused.problem}
          </p>
        ) : null}
      </div>
      <p className="tiny muted" id={`${id}-who`}>
        {whoAnswers(contests)} A level can be contested once.
      </p>
      <Button disabled={isSending}>Contest {levelWords(criterion.level).toLowerCase()}</Button>
    </Form>
  );
}
