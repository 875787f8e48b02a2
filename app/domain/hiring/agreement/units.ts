/**
 * What several reviewers gave to the same criteria: Krippendorff's alpha, ordinal, for any number of reviewers, also
 * where some could not tell. A session's levels of one criterion are written as digits, "223"; who gave which is of no
 * matter.
 */
import { z } from "zod";
import { alphaFrom, pairUp } from "../../grading/calibration/agreement/alpha.ts";
import { fewestForKappa, fewestSessions, type AlphaFigures } from "./measured.ts";
import { addUp, mergePatterns, type Pattern } from "./patterns.ts";
import { intervalsOf, type Figure } from "./resample.ts";

/** The digits of each criterion of one session with at least two levels, and of how many sessions they are the same. */
export const UnitPatternSchema = z.object({
  n: z.int().positive(),
  units: z.array(z.string().regex(/^[0-4]{2,}$/u)).min(1),
});
export type UnitPattern = z.infer<typeof UnitPatternSchema>;

const scale = [0, 1, 2, 3, 4];

export const levelsIn = (unit: string): number[] => Array.from(unit, Number);

/** What a session adds to the coincidences of values. */
function sumsOf({ n, units }: UnitPattern): Pattern {
  const sums = scale.flatMap(() => scale.map(() => 0));
  for (const unit of units) {
    const { cells, weight } = pairUp(levelsIn(unit), scale);
    for (const cell of cells) sums[cell] = (sums[cell] ?? 0) + weight;
  }
  return { n, sums };
}

const alpha: Figure = (sums) => alphaFrom({ values: scale, counts: sums }, "ordinal");

/** The share of equal ones among what can be paired. */
function exactShare(sums: Readonly<Float64Array>): number {
  const all = sums.reduce((total, count) => total + count, 0);
  const equal = scale.reduce((total, level) => total + (sums[level * scale.length + level] ?? 0), 0);
  return equal / all;
}

export function figuresOfUnits(given: readonly UnitPattern[], seed: string): AlphaFigures {
  const patterns = mergePatterns(given.map(sumsOf));
  const sessions = patterns.reduce((sum, { n }) => sum + n, 0);
  const nothing = { sessions, exact: null, alpha: null, interval: null };
  if (sessions < fewestSessions) return { ...nothing, notDefined: "too few" };
  const sums = addUp(patterns);
  const exact = exactShare(sums);
  if (sessions < fewestForKappa) return { ...nothing, exact, notDefined: "too few" };
  const value = alpha(sums);
  if (value === null) return { ...nothing, exact, notDefined: "one class" };
  const [interval = null] = intervalsOf(patterns, { figures: [alpha], seed });
  return { sessions, exact, alpha: value, interval, notDefined: null };
}
