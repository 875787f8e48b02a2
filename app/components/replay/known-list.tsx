import { Link } from "@remix-run/react";
import { ColumnHead } from "#app/components/scorecard/column-head.tsx";
import { checkId, wordsId } from "#app/components/scorecard/ties.ts";
import { VerdictMark } from "#app/components/ui/verdict.tsx";
import type { KnownCheck, KnownCriterion, KnownFlag, KnownSoFar } from "#app/domain/grading/scorecard/known-so-far.ts";
import type { WrongNumber } from "#app/domain/grading/findings/numbers/number-view.ts";
import type { ReplayStep } from "./replay-steps.ts";

type KnownListProps = {
  known: KnownSoFar;
  wrong: readonly WrongNumber[];
  steps: readonly ReplayStep[];
  step: ReplayStep;
};

/** What the words up to this turn had come to; what is new at it stands out. */
export function KnownList({ known, wrong, steps, step }: KnownListProps) {
  const { criteria, met, checks, score } = known;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a column that scrolls is reached by keyboard
    <section className="known" aria-labelledby="known-title" tabIndex={0}>
      <ColumnHead id="known-title" title="What had counted by this turn" />
      <p className="known-sum num">
        <b>{score}</b> <span className="muted">of 100, by</span> {met} of {checks} checks met
      </p>
      <ul>
        {criteria.map((criterion) => (
          <Criterion key={criterion.key} criterion={criterion} steps={steps} step={step} />
        ))}
      </ul>
      {wrong.length === 0 ? null : (
        <ul className="known-numbers">
          {wrong.map(({ key, claimed, computed }) => (
            <li key={key} id={checkId(key)} data-checks={key} className="known-check">
              <a className="check-key" href={`#${wordsId(`${key}-1`)}`}>
                {key}
              </a>
              <p>
                {computed}, not {claimed}.
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const number = (points: number) => points.toLocaleString("en", { maximumFractionDigits: 1 });

type CriterionProps = { criterion: KnownCriterion } & Pick<KnownListProps, "steps" | "step">;

function Criterion({ criterion: { key, title, points, maxPoints, checks, redFlags }, steps, step }: CriterionProps) {
  return (
    <li className="known-criterion">
      <h3>
        <span className="criterion-key">{key}</span>
        {title}
        <span className="known-points tiny muted num">
          {number(points)} of {number(maxPoints)}
        </span>
      </h3>
      <span className="known-share" aria-hidden="true">
        <i style={{ width: `${maxPoints === 0 ? 0 : (100 * points) / maxPoints}%` }} />
      </span>
      {checks.length + redFlags.length === 0 ? null : (
        <ul>
          {checks.map((check) => (
            <Known key={check.key} known={check} steps={steps} step={step}>
              <VerdictMark verdict={check.verdict} />
            </Known>
          ))}
          {redFlags.map((flag) => (
            <Known key={flag.key} known={flag} steps={steps} step={step}>
              <VerdictMark verdict="not_met" words={`Red flag, costs ${number(flag.minus)}`} />
            </Known>
          ))}
        </ul>
      )}
    </li>
  );
}

type KnownProps = { known: KnownCheck | KnownFlag; children: JSX.Element } & Pick<KnownListProps, "steps" | "step">;

function Known({ known: { key, title, fromSeq }, children, steps, step }: KnownProps) {
  const at = steps.find(({ group }) => group.some(({ seq }) => seq === fromSeq));
  const isNew = at?.number === step.number;
  return (
    <li className={isNew ? "known-check is-new" : "known-check"} id={checkId(key)} data-checks={key}>
      <span className="check-key">{key}</span>
      <div>
        <p>{title}</p>
        <p className="known-verdict">
          {children}
          {at ? (
            <Link
              className="tiny"
              to={`?turn=${at.number}`}
              replace
              preventScrollReset
              aria-label={`${key}, turn ${at.number}`}
            >
              {isNew ? "with this turn" : `turn ${at.number}`}
            </Link>
          ) : null}
        </p>
      </div>
    </li>
  );
}
