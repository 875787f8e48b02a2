import type { ReactNode } from "react";
import { LevelRuler } from "#app/components/ui/level-ruler.tsx";
import { LowConfidence, VerdictMark } from "#app/components/ui/verdict.tsx";
import type { CheckView, CriterionView, RedFlagView } from "#app/domain/grading/scorecard/grade-view.ts";
import { ColumnHead } from "./column-head.tsx";
import { checkId, wordsId } from "./ties.ts";

type CriteriaProps = {
  criteria: readonly CriterionView[];
  redFlags: readonly RedFlagView[];
  /** Where the words of each check begin, by its key. */
  words: ReadonlyMap<string, string>;
  /** What stands below a criterion. */
  renderBelow?: (criterion: CriterionView) => ReactNode;
};

/** What was looked for, how far it was found, and why. */
export function Criteria({ criteria, redFlags, words, renderBelow }: CriteriaProps) {
  return (
    <section className="criteria" aria-labelledby="criteria-title">
      <ColumnHead id="criteria-title" title="Criteria" />
      {criteria.map((criterion) => (
        <Criterion key={criterion.key} criterion={criterion} words={words} renderBelow={renderBelow} />
      ))}
      <RedFlags redFlags={redFlags} words={words} />
    </section>
  );
}

type CriterionProps = { criterion: CriterionView } & Pick<CriteriaProps, "words" | "renderBelow">;

function Criterion({ criterion, words, renderBelow }: CriterionProps) {
  return (
    <div className="criterion">
      <h3>
        <span className="criterion-key">{criterion.key}</span>
        {criterion.title}
      </h3>
      <p className="criterion-level">
        <LevelRuler level={criterion.level} />
        <span className="small muted num">
          {criterion.level === criterion.rawLevel ? "" : `grader’s own ${criterion.rawLevel}, `}weight{" "}
          {criterion.weight}
        </span>
      </p>
      <p className="small ink-2 criterion-descriptor">{criterion.descriptor}</p>
      <ul>
        {criterion.checks.map((check) => (
          <Check key={check.key} check={check} words={words.get(check.key)} />
        ))}
      </ul>
      {renderBelow?.(criterion)}
    </div>
  );
}

const number = (points: number) => points.toLocaleString("en", { maximumFractionDigits: 1 });

function Check({ check, words }: { check: CheckView; words: string | undefined }) {
  return (
    <li className="check" id={checkId(check.key)} data-checks={check.key}>
      <CheckKey keyed={check} words={words} />
      <p className="check-title">{check.title}</p>
      <p className="check-verdict">
        <VerdictMark verdict={check.verdict} />
        {check.lowConfidence ? <LowConfidence /> : null}
        <span className="tiny muted num">
          {number(check.points)} of {number(check.maxPoints)}
        </span>
      </p>
      {check.reason ? <p className="check-reason">{check.reason}</p> : null}
    </li>
  );
}

/** A key leads to the words; without a quote there are none to lead to. */
function CheckKey({ keyed, words }: { keyed: { key: string; title: string }; words: string | undefined }) {
  if (words === undefined) return <span className="check-key">{keyed.key}</span>;
  return (
    <a className="check-key" href={`#${wordsId(words)}`} aria-label={`${keyed.key}, to the words: ${keyed.title}`}>
      {keyed.key}
    </a>
  );
}

function RedFlags({ redFlags, words }: Pick<CriteriaProps, "redFlags" | "words">) {
  const raised = redFlags.filter((flag) => flag.raised);
  if (redFlags.length === 0) return null;
  return (
    <div className="red-flags">
      <h3>Red flags</h3>
      {raised.length === 0 ? (
        <p className="small ink-2">
          {redFlags.length === 1 ? "The one looked for is not raised." : `None of the ${redFlags.length} is raised.`}
        </p>
      ) : (
        <ul>
          {raised.map((flag) => (
            <li key={flag.key} className="check" id={checkId(flag.key)} data-checks={flag.key}>
              <CheckKey keyed={flag} words={words.get(flag.key)} />
              <p className="check-title">{flag.title}</p>
              <p className="check-verdict">
                <VerdictMark verdict="not_met" words="Raised" />
                {flag.lowConfidence ? <LowConfidence /> : null}
                <span className="tiny muted num">costs {number(flag.minus)}</span>
              </p>
              {flag.reason ? <p className="check-reason">{flag.reason}</p> : null}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
