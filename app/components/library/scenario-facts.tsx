import { FigureBadges } from "#app/components/ledger/figure-badge.tsx";
import { SourceNote } from "#app/components/ui/source-note.tsx";
import type { BadgedFigure } from "#app/domain/content/figures-words.ts";
import type { Fact } from "#app/domain/scenarios/schema.ts";

/** A figure with its thousands set apart and its unit as it is said: "$800", "38 %", "18,000 questions a day". */
export function factValue({ value, unit }: Pick<Fact, "value" | "unit">): string {
  const words = typeof value === "number" ? value.toLocaleString("en-US") : value;
  if (!unit) return words;
  if (unit.startsWith("$")) return `$${words}${per(unit.slice(1))}`;
  if (unit === "%") return `${words}\u00a0%`;
  return `${words} ${per(unit)}`;
}

/** "questions/day" is a rate by the day; anything else is written out. */
function per(unit: string): string {
  return unit.replace(/\/(second|minute|hour|day|week|month|year)$/, " a $1").replace("/", " per ");
}

type FactsProps = {
  facts: readonly Fact[];
  /** The entries of the ledger behind a fact, by its id. */
  figures?: Readonly<Record<string, readonly BadgedFigure[]>>;
};

/** What is given, each with its source where it has one. */
export function ScenarioFacts({ facts, figures }: FactsProps) {
  return (
    <table className="ledger folds">
      <caption className="visually-hidden">What is given</caption>
      <thead>
        <tr>
          <th scope="col">Given</th>
          <th scope="col">Value</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.id}>
            <th scope="row" className="lead-cell">
              {fact.label}
            </th>
            <td className="num">{factValue(fact)}</td>
            <td>
              {fact.source ? (
                <span className="cited">
                  <SourceNote source={fact.source} />
                  <FigureBadges figures={figures?.[fact.id]} />
                </span>
              ) : (
                <span className="tiny muted">the brief</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
