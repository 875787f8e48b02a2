import type { ShownGate } from "#app/domain/hiring/results.ts";

/** Said where a grader's levels stand, or in their place. */
export function GateWords({ gate: { isValidated, words, hides } }: { gate: ShownGate }) {
  if (hides) {
    return (
      <p className="small muted">
        The grader’s levels are hidden: this team shows them only once they are validated. {words}
      </p>
    );
  }
  return (
    <p className="small muted">
      {isValidated
        ? "The grader’s levels are there to be checked; people’s count."
        : "The grader’s levels are no basis yet."}{" "}
      {words}
    </p>
  );
}

/** A grader's level in a few words, never without the mark that it does not stand yet. */
export function GraderLevel({ level, gate }: { level: number; gate: ShownGate }) {
  return (
    <>
      Grader {level}
      {gate.isValidated ? null : <span className="not-validated">, not validated</span>}
    </>
  );
}
