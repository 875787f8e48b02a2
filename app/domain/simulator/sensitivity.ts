/**
 * What a result owes to each input: one input at a time between its low and its high (a tornado), and all inputs that
 * the sources leave open at once (a range).
 */
import { exact } from "./line.ts";
import type { Input, Values } from "./input.ts";
import type { Preset } from "./preset.ts";

export type Swing = {
  input: string;
  label: string;
  low: number;
  high: number;
  /** `sources`: the ends are what the sources leave open. `assumed`: half and double, within what is allowed. */
  basis: "sources" | "assumed";
  atLow: number;
  atHigh: number;
  swing: number;
};

/** More inputs than this are not all combined: 2 to the power of 8 runs. */
const combinedInputs = 8;

/** The effect of each input alone on one line, the largest first. */
export function tornado(preset: Preset, values: Values, lineId: string): Swing[] {
  return tornadoOf(preset, values, (changed) => valueOf(preset, changed, lineId));
}

/** What is asked of a model that a line does not say, such as the difference of two lines. */
export type Measure = (values: Values) => number;

/** The effect of each input alone on whatever is measured, the largest first. */
export function tornadoOf(preset: Preset, values: Values, measure: Measure): Swing[] {
  const swings = preset.inputs.map((input) => swingOf(input, values, measure));
  return swings.sort((one, other) => other.swing - one.swing);
}

function swingOf(input: Input, values: Values, measure: Measure): Swing {
  const { low, high, basis } = endsOf(input, values[input.id] ?? input.default);
  const atLow = measure({ ...values, [input.id]: low });
  const atHigh = measure({ ...values, [input.id]: high });
  return {
    input: input.id,
    label: input.label,
    low,
    high,
    basis,
    atLow,
    atHigh,
    swing: exact(Math.abs(atHigh - atLow)),
  };
}

function endsOf(input: Input, value: number): Pick<Swing, "low" | "high" | "basis"> {
  const open = openRange(input);
  if (open) return { ...open, basis: "sources" };
  const round = (end: number) => Math.min(input.max, Math.max(input.min, input.whole ? Math.round(end) : end));
  return { low: round(value / 2), high: round(value * 2), basis: "assumed" };
}

/** From the lowest to the highest that any source says, or null if they say one thing. */
function openRange({ default: own, conflicts = [], spread }: Input): { low: number; high: number } | null {
  if (!spread && conflicts.length === 0) return null;
  const said = [own, ...conflicts.map(({ value }) => value), ...(spread ? [spread.low, spread.high] : [])];
  return { low: Math.min(...said), high: Math.max(...said) };
}

export function valueOf(preset: Preset, values: Values, lineId: string): number {
  const found = preset.compute(values).lines.find(({ id }) => id === lineId);
  if (!found) throw new Error(`${preset.id} has no line ${lineId}.`);
  return found.value;
}

/** The lowest and highest value of a line over every combination of what the sources leave open. */
export function rangeOf(preset: Preset, values: Values, lineId: string): { low: number; high: number } {
  const open = preset.inputs.flatMap((input) => {
    const range = openRange(input);
    return range ? [{ id: input.id, ...range }] : [];
  });
  let corners: Values[] = [values];
  for (const { id, low, high } of open.slice(0, combinedInputs)) {
    corners = corners.flatMap((corner) => [
      { ...corner, [id]: low },
      { ...corner, [id]: high },
    ]);
  }
  const results = [values, ...corners].map((corner) => valueOf(preset, corner, lineId));
  return { low: Math.min(...results), high: Math.max(...results) };
}
