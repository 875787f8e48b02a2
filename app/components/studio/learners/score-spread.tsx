import type { Attempts, ScoreStep } from "#app/domain/authoring/learners/learner-figures.ts";

/** Scores in steps of ten as a strip of columns; the words say the same. */
export function ScoreSpread({ spread, all }: { spread: readonly ScoreStep[]; all: Attempts }) {
  if (all.graded === 0) return <p className="prose">No interview has been graded yet.</p>;
  const most = Math.max(...spread.map(({ count }) => count));
  const filled = spread.filter(({ count }) => count > 0);
  const words = filled.map((step) => `${stepWords(step)}: ${step.count}`).join(", ");
  return (
    <figure className="score-spread">
      <div className="score-columns-strip" role="img" aria-label={`How ${all.graded} scores are spread. ${words}.`}>
        {spread.map((step) => (
          <div key={step.from} className="score-step">
            <span className="tiny num">{step.count === 0 ? "" : step.count}</span>
            <i style={{ height: `${(100 * step.count) / most}%` }} />
            <span className="tiny muted num">{step.from}</span>
          </div>
        ))}
      </div>
      <figcaption className="fig-caption">
        <b>{all.graded === 1 ? "One graded interview." : `${all.graded} graded interviews.`}</b> Each column is ten
        points of the score, from the number below it; the number above is how many.
      </figcaption>
    </figure>
  );
}

const stepWords = ({ from, to }: ScoreStep) => (to === 100 ? `${from} to 100` : `${from} to ${to - 1}`);
