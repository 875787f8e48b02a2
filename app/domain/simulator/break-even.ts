/**
 * Where two costs are equal, solved as a formula: each side is a fixed amount plus an amount for each unit of one
 * variable (queries, retrains, months), and two straight lines cross once, everywhere or nowhere.
 */
import type { Approach } from "../scenarios/approach.ts";
import { exact } from "./line.ts";

/**
 * `at`: equal at one value above zero. `always`: the winner costs less at every value from zero up.
 * `never`: nothing to overtake, because both cost the same, or because an outlay is never earned back.
 */
export type BreakEven =
  { kind: "at"; value: number; unit: string } | { kind: "always"; winner: Approach } | { kind: "never" };

export type StraightCost = { approach: Approach; fixed: number; perUnit: number };

/** A break-even with the variable it is solved over, in words. */
export type BreakEvenOver = {
  over: string;
  breakEven: BreakEven;
  /** The two costs that are equal there. */
  sides?: readonly [StraightCost, StraightCost];
  /** The input that is this variable; without it the model has none, as for months. */
  input?: string;
};

export function costAt({ fixed, perUnit }: StraightCost, units: number): number {
  return fixed + perUnit * units;
}

/** The value above zero at which both sides cost the same. */
export function solveBreakEven(left: StraightCost, right: StraightCost, unit: string): BreakEven {
  const fixedGap = exact(left.fixed - right.fixed);
  const slopeGap = exact(left.perUnit - right.perUnit);
  if (fixedGap === 0 && slopeGap === 0) return { kind: "never" };
  const value = slopeGap === 0 ? -1 : exact(-fixedGap / slopeGap);
  if (value > 0 && Number.isFinite(value)) return { kind: "at", value, unit };
  const lower = (slopeGap === 0 ? fixedGap : slopeGap) < 0 ? left : right;
  return { kind: "always", winner: lower.approach };
}

/** Two costs and where they are equal. */
export function crossing({
  over,
  unit,
  sides,
  input,
}: {
  over: string;
  unit: string;
  sides: readonly [StraightCost, StraightCost];
  input?: string;
}): BreakEvenOver {
  const [left, right] = sides;
  return { over, breakEven: solveBreakEven(left, right, unit), sides, ...(input === undefined ? {} : { input }) };
}

/** How many units of saving earn an extra outlay back; `never` if they do not save, `always` if nothing was laid out. */
export function solvePayback(
  { approach, outlay, savingPerUnit }: { approach: Approach; outlay: number; savingPerUnit: number },
  unit: string,
): BreakEven {
  if (exact(savingPerUnit) <= 0) return { kind: "never" };
  if (exact(outlay) <= 0) return { kind: "always", winner: approach };
  return { kind: "at", value: exact(outlay / savingPerUnit), unit };
}
