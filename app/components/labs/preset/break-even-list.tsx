import { approachName } from "#app/domain/scenarios/approach.ts";
import type { BreakEvenOver } from "#app/domain/simulator/break-even.ts";
import { numberWords } from "../amount.ts";

/** Every break-even of a model, each solved as a formula; "never" is an answer. */
export function BreakEvenList({ breakEvens }: { breakEvens: readonly BreakEvenOver[] }) {
  return (
    <dl className="break-evens">
      {breakEvens.map((each) => (
        <div key={each.over}>
          <dt>Over {each.over}</dt>
          <dd>{breakEvenText(each)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function breakEvenText({ breakEven }: BreakEvenOver): string {
  if (breakEven.kind === "at") {
    const value = breakEven.value >= 100 ? Math.round(breakEven.value) : Number(breakEven.value.toPrecision(3));
    return `equal at ${numberWords(value)} ${breakEven.unit}`;
  }
  return breakEven.kind === "never"
    ? "never equal"
    : `never equal: ${approachName[breakEven.winner]} is ahead at every value`;
}
