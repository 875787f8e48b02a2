import { bandFloors } from "#app/domain/grading/score.ts";
import type { Band } from "#app/domain/scenarios/schema.ts";

export const bandName: Record<Band, string> = {
  beginning: "Beginning",
  developing: "Developing",
  proficient: "Proficient",
  strong: "Strong",
};

/** The score in two lines; set apart so that the head of a page can hold it. */
export function ScoreWords({ score, band }: { score: number; band: Band }) {
  return (
    <div className="score-words">
      <p>
        <b>{score}</b> <span className="small muted">of 100</span>
      </p>
      <p className="band">{bandName[band]}</p>
    </div>
  );
}

/** The bands from 0 to 100 and a stroke at the score. No ring, no colour: the band is a word. */
export function BandScale({ score, band }: { score: number; band: Band }) {
  return (
    <div className="band-scale" role="img" aria-label={`${score} of 100, ${bandName[band]}`}>
      {bandFloors.map((each, index) => (
        <span
          key={each.band}
          className={each.band === band ? "reached" : undefined}
          style={{ flexBasis: `${(bandFloors[index + 1]?.from ?? 100) - each.from}%` }}
        >
          {bandName[each.band]}
        </span>
      ))}
      <i style={{ left: `${score}%` }} />
    </div>
  );
}
