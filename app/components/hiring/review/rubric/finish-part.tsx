import { forwardRef } from "react";
import { Button } from "#app/components/ui/button.tsx";
import type { RubricCriterion } from "#app/components/review/levels-form.tsx";

export type Missing = { criterion: string | null; message: string };

type FinishPartProps = {
  criteria: readonly RubricCriterion[];
  left: number;
  given: number;
  /** Null until the reviewer wanted to finish. */
  missing: readonly Missing[] | null;
  isSending: boolean;
  onGoTo: (criterion: string) => void;
};

export const finishId = "finish-review";

const lefts = (left: number) => {
  if (left === 0) return "Every criterion is rated.";
  return left === 1 ? "One criterion is left." : `${left} criteria are left.`;
};

/** The end of a review: what is missing leads to where it is missing. The list takes the focus when it comes. */
export const FinishPart = forwardRef<HTMLDivElement, FinishPartProps>(function FinishPart(props, ref) {
  const { criteria, left, given, missing, isSending, onGoTo } = props;
  return (
    <div className="blind-finish">
      {missing === null || missing.length === 0 ? null : (
        <div className="message warn blind-missing small" ref={ref} tabIndex={-1} role="alert">
          <div>
            <p>
              <b>Not finished yet.</b>
            </p>
            <ul>
              {missing.map(({ criterion, message }) => (
                <li key={`${criterion} ${message}`}>
                  <MissingLine
                    criterion={criteria.find(({ id }) => id === criterion)}
                    message={message}
                    onGoTo={onGoTo}
                  />
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <Button look="go" name="intent" value="submit" id={finishId} disabled={isSending}>
        {isSending ? "Finishing" : "Finish this transcript"}
      </Button>
      <p className="tiny muted">
        {lefts(left)} You are rating, not deciding; the decision has its own page and a name under it. Levels are given
        once. {given > 0 ? `You have given levels to ${given} transcript${given === 1 ? "" : "s"} before this.` : null}
      </p>
    </div>
  );
});

type MissingLineProps = {
  criterion: RubricCriterion | undefined;
  message: string;
  onGoTo: (criterion: string) => void;
};

function MissingLine({ criterion, message, onGoTo }: MissingLineProps) {
  if (!criterion) return message;
  return (
    <>
      <a
        href={`#criterion-${criterion.id}`}
        onClick={(event) => {
          event.preventDefault();
          onGoTo(criterion.id);
        }}
      >
        {criterion.key}, {criterion.title}
      </a>
      : {message}
    </>
  );
}
