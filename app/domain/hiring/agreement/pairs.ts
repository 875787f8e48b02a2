/**
 * Two raters' levels of the same criteria as sums over sessions. Quadratically weighted kappa (Cohen, 1968) needs no
 * table of counts: the squared differences found are one sum, and those expected by chance follow from the sums of the
 * levels and of their squares.
 */
import { z } from "zod";
import { fewestForKappa, fewestSessions, type PairFigures } from "./measured.ts";
import { addUp, mergePatterns, type Pattern } from "./patterns.ts";
import { intervalsOf, type Figure } from "./resample.ts";

/** Sums over the criteria of one session, where a median may lie halfway between two levels, and of how many sessions they are the same. */
export const PairPatternSchema = z.object({
  n: z.int().positive(),
  levels: z.int().positive(),
  first: z.number(),
  second: z.number(),
  /** Of the squares of both. */
  squares: z.number(),
  /** Of the squared differences. */
  apart: z.number(),
  exact: z.int(),
  withinOne: z.int(),
});
export type PairPattern = z.infer<typeof PairPatternSchema>;

/** The sums of one pair of levels. */
export function pairPattern(first: number, second: number, n = 1): PairPattern {
  const difference = Math.abs(first - second);
  return {
    n,
    levels: 1,
    first,
    second,
    squares: first ** 2 + second ** 2,
    apart: difference ** 2,
    exact: difference === 0 ? 1 : 0,
    withinOne: difference <= 1 ? 1 : 0,
  };
}

const places = { levels: 0, first: 1, second: 2, squares: 3, apart: 4, exact: 5, withinOne: 6 } as const;

function sumsOf({ n, levels, first, second, squares, apart, exact, withinOne }: PairPattern): Pattern {
  return { n, sums: [levels, first, second, squares, apart, exact, withinOne] };
}

const at = (sums: Readonly<Float64Array>, place: keyof typeof places) => sums[places[place]] ?? 0;

const kappa: Figure = (sums) => {
  const expected = at(sums, "squares") - (2 * at(sums, "first") * at(sums, "second")) / at(sums, "levels");
  return expected > 1e-9 ? 1 - at(sums, "apart") / expected : null;
};

const meanDifference: Figure = (sums) => {
  const levels = at(sums, "levels");
  return levels > 0 ? (at(sums, "first") - at(sums, "second")) / levels : null;
};

/** Sums over sessions, with what is worked out of them. */
export type PairSums = {
  sessions: number;
  levels: number;
  exact: number;
  withinOne: number;
  /** Of the first rater's levels minus the second's. */
  difference: number;
};

export function sumPairs(given: readonly PairPattern[]): PairSums {
  const sums = addUp(given.map(sumsOf));
  return {
    sessions: given.reduce((sum, { n }) => sum + n, 0),
    levels: at(sums, "levels"),
    exact: at(sums, "exact"),
    withinOne: at(sums, "withinOne"),
    difference: at(sums, "first") - at(sums, "second"),
  };
}

type Kappa = Pick<PairFigures, "kappa" | "interval" | "notDefined"> & { tendency: PairFigures["interval"] };

/** Kappa and the mean difference with their intervals. */
export function kappaOfPairs(given: readonly PairPattern[], seed: string): Kappa {
  const patterns = mergePatterns(given.map(sumsOf));
  const nothing = { kappa: null, interval: null, tendency: null };
  const sessions = patterns.reduce((sum, { n }) => sum + n, 0);
  if (sessions < fewestForKappa) return { ...nothing, notDefined: "too few" };
  const [interval = null, tendency = null] = intervalsOf(patterns, { figures: [kappa, meanDifference], seed });
  const value = kappa(addUp(patterns));
  if (value === null) return { ...nothing, tendency, notDefined: "one class" };
  return { kappa: value, interval, tendency, notDefined: null };
}

export function figuresOfPairs(given: readonly PairPattern[], seed: string): PairFigures {
  const { sessions, levels, exact, withinOne } = sumPairs(given);
  const { tendency: _tendency, ...measured } = kappaOfPairs(given, seed);
  const isEnough = sessions >= fewestSessions && levels > 0;
  const share = (count: number) => (isEnough ? count / levels : null);
  return { sessions, levels, exact: share(exact), withinOne: share(withinOne), ...measured };
}
