import { LevelRuler } from "#app/components/ui/level-ruler.tsx";
import { trendWords } from "./progress-words.ts";

export type CompetencyLevel = {
  competency: string;
  name: string;
  level: number | null;
  checks: number;
  trend: "up" | "down" | "flat" | null;
};

/** Levels as rulers and words, in one table: the picture and its figures are the same thing. */
export function CompetencyTable({ competencies }: { competencies: readonly CompetencyLevel[] }) {
  return (
    <table className="ledger folds">
      <caption className="visually-hidden">Your level in each competency, newer attempts counting more</caption>
      <thead>
        <tr>
          <th scope="col">Competency</th>
          <th scope="col">Level</th>
          <th scope="col">Trend</th>
          <th scope="col" className="r">
            Rests on
          </th>
        </tr>
      </thead>
      <tbody>
        {competencies.map((each) => (
          <tr key={each.competency}>
            <th scope="row" className="lead-cell">
              {each.name}
            </th>
            <td>
              <LevelRuler level={each.level} />
            </td>
            <td className="ink-2" data-label="Trend">
              {each.trend === null ? <span className="muted">too early</span> : trendWords[each.trend]}
            </td>
            <td className="r" data-label="Rests on">
              {each.checks === 1 ? "1 check" : `${each.checks} checks`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
