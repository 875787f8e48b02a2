import { QuoteList } from "#app/components/hiring/evidence/quoted.tsx";
import { LevelRuler } from "#app/components/ui/level-ruler.tsx";
import type { ComparedCriterion as Compared, ReadingBy } from "#app/domain/hiring/comparison.ts";
import type { Drawings } from "#app/domain/review/quotes.ts";
import { apartWords, countsWords } from "./reading-words.ts";

type Grader = { isValidated: boolean } | null;

type ComparedCriterionProps = { criterion: Compared; drawings: Drawings; missing: number; grader: Grader };

/** One criterion: the viewer's own reading first, then everybody else's. */
export function ComparedCriterion({ criterion, drawings, missing, grader }: ComparedCriterionProps) {
  const { id, key, title, readings, settled } = criterion;
  return (
    <section className="compared" aria-labelledby={`compared-${id}`}>
      <div className="compared-head">
        <h3 id={`compared-${id}`}>
          <span className="compared-key">{key}</span> {title}
        </h3>
        <p className="small">{apartWords(criterion)}</p>
        {settled ? <p className="small medium">{countsWords(criterion)}</p> : null}
      </div>
      <ul className="compared-readings">
        {readings.map((reading) => (
          <OneReading key={reading.by} reading={reading} drawings={drawings} />
        ))}
        {Array.from({ length: missing }, (_, at) => (
          <li key={`missing-${at}`} className="compared-missing">
            <h4>Another reviewer</h4>
            <p className="small muted">Not given yet</p>
          </li>
        ))}
        {criterion.grader === null ? null : <GraderReading level={criterion.grader} grader={grader} />}
      </ul>
    </section>
  );
}

const role = { you: "", colleague: "", decided: ", who decided" };

function OneReading({ reading, drawings }: { reading: ReadingBy; drawings: Drawings }) {
  const { by, as, level, comment, quotes } = reading;
  return (
    <li>
      <h4>
        {by}
        {role[as]}
      </h4>
      {level === null ? <p className="small">Cannot tell</p> : <LevelRuler level={level} />}
      {comment === "" ? null : <p className="compared-comment">{comment}</p>}
      <QuoteList quotes={quotes} drawings={drawings} />
    </li>
  );
}

/** Never part of what counts, and said to be unproven until people have shown otherwise. */
function GraderReading({ level, grader }: { level: number; grader: Grader }) {
  return (
    <li className="compared-grader">
      <h4>Grader</h4>
      <LevelRuler level={level} />
      {grader?.isValidated ? null : <p className="small">Not validated</p>}
    </li>
  );
}
