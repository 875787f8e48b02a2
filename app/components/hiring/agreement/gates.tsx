import type { ShownGate } from "#app/domain/hiring/agreement/shown.ts";

/** Where the measured agreement stands to each threshold that assessments have. */
export function Gates({ gates }: { gates: readonly ShownGate[] }) {
  if (gates.length === 0) {
    return <p className="small ink-2">No assessment with this scenario version is open or closed any more.</p>;
  }
  return gates.map((gate) => <GateState key={`${gate.gateKappa} ${gate.gateLeast}`} gate={gate} />);
}

function GateState({ gate: { isValidated, words, gateKappa, gateLeast, assessments } }: { gate: ShownGate }) {
  const [state, ...reason] = words.split(": ");
  return (
    <p className="agreement-gate">
      <b className={isValidated ? "is-validated" : "is-not-validated"}>
        <span aria-hidden="true">{isValidated ? "✓" : "○"}</span> {state}
      </b>
      : {reason.join(": ")}{" "}
      <span className="muted">
        The threshold of {assessments === 1 ? "one assessment" : `${assessments} assessments`}: {gateKappa.toFixed(2)}{" "}
        at the low end, from {gateLeast} sessions on.
      </span>
    </p>
  );
}
