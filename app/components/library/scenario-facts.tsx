import { SourceNote } from "#app/components/ui/source-note.tsx";
import type { Fact } from "#app/domain/scenarios/schema.ts";

/** A figure with its thousands set apart and its unit as it is said: "$800", "38%", "18,000 questions a day". */
export function factValue({ value, unit }: Pick<Fact, "value" | "unit">): string {
  const words = typeof value === "number" ? value.toLocaleString("en-US") : value;
  if (!unit) return words;
  if (unit === "$") return `$${words}`;
  if (unit === "%") return `${words}%`;
  return `${words} ${unit.replace(/\/(second|minute|hour|day|week|month|year)$/, " a $1")}`;
}

/** What is given, each with its source where it has one. */
export function ScenarioFacts({ facts }: { facts: readonly Fact[] }) {
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
            <td>{fact.source ? <SourceNote source={fact.source} /> : <span className="tiny muted">the brief</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
