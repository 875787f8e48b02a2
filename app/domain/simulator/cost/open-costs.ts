/**
 * How far a cost may lie from its line where a source prints a range for one of its inputs: the lowest and the highest
 * over every combination of the ranges' ends, as a band beside the line.
 */
import { costAt, type StraightCost } from "../break-even.ts";
import type { Input, Values } from "../input.ts";
import type { Preset } from "../preset.ts";

/** More ranges than this are not all combined: 2 to the power of 6 runs. */
const combinedRanges = 6;

/** The inputs whose printed range moves one of the costs of a break-even. */
export function inputsWithRange(preset: Preset, values: Values, breakEven: number): Input[] {
  const sidesAt = (id: string, value: number) =>
    JSON.stringify(preset.compute({ ...values, [id]: value }).breakEvens[breakEven]?.sides);
  return preset.inputs
    .filter(({ id, spread }) => spread && sidesAt(id, spread.low) !== sidesAt(id, spread.high))
    .slice(0, combinedRanges);
}

export type OpenCost = (units: number) => { low: number; high: number };

/** Both sides of one of the preset's break-evens, over all that its printed ranges leave open; null where none do. */
export function openCosts(preset: Preset, values: Values, breakEven: number): [OpenCost, OpenCost] | null {
  const ranged = inputsWithRange(preset, values, breakEven);
  if (ranged.length === 0) return null;
  let corners: Values[] = [values];
  for (const { id, spread } of ranged) {
    if (!spread) continue;
    corners = corners.flatMap((corner) => [
      { ...corner, [id]: spread.low },
      { ...corner, [id]: spread.high },
    ]);
  }
  const sides = corners.flatMap((corner) => {
    const found = preset.compute(corner).breakEvens[breakEven]?.sides;
    return found ? [found] : [];
  });
  if (sides.length === 0) return null;
  const over = (side: 0 | 1) => between(sides.map((both) => both[side]));
  return [over(0), over(1)];
}

function between(costs: readonly StraightCost[]): OpenCost {
  return (units) => {
    const amounts = costs.map((cost) => costAt(cost, units));
    return { low: Math.min(...amounts), high: Math.max(...amounts) };
  };
}
