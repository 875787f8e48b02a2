import { LevelRuler } from "#app/components/ui/level-ruler.tsx";
import { VerdictMark } from "#app/components/ui/verdict.tsx";
import { markKind } from "#app/domain/grading/scorecard/marked-transcript.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";

export type ComparedCheck = {
  key: string;
  title: string;
  verdicts: [Verdict | null, Verdict | null];
  quotes: [string[], string[]];
};

export type Compared = { key: string; title: string; levels: [number | null, number | null]; checks: ComparedCheck[] };

/** One criterion of two attempts: levels, then each check with the words it rests on. */
export function ComparedCriterion({ criterion }: { criterion: Compared }) {
  return (
    <section className="compare-criterion" aria-label={criterion.title}>
      <div className="compare-sides">
        <h2>
          <span className="compare-key">{criterion.key}</span> {criterion.title}
        </h2>
        {criterion.levels.map((level, side) => (
          <LevelRuler key={side} level={level} />
        ))}
      </div>
      {criterion.checks.map((check) => (
        <ComparedCheckRow key={check.key} check={check} />
      ))}
    </section>
  );
}

function ComparedCheckRow({ check }: { check: ComparedCheck }) {
  const changed = check.verdicts[0] !== check.verdicts[1];
  return (
    <div className="compare-sides compare-check">
      <p>
        {check.key} <span className="medium">{check.title}</span>
      </p>
      {check.verdicts.map((verdict, side) => (
        <div key={side} className={changed && side === 1 ? "compare-changed" : undefined}>
          {verdict === null ? <span className="muted">Not asked then</span> : <VerdictMark verdict={verdict} />}
          {verdict !== null && check.quotes[side]?.length === 0 ? (
            <p className="muted">No words of yours were found for it.</p>
          ) : null}
          {check.quotes[side]?.map((quote) => (
            <p key={quote} className="compare-quote">
              <mark className={verdict === null ? undefined : markKind[verdict]}>{quote}</mark>
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}
