/**
 * Agreement of two raters of the same things in the figures that are shown together, with the reason where they are not
 * defined. What is not defined stays null: a kappa of three pairs, or of one verdict given to everything, is no figure.
 */
import { alphaInterval, alphaOf, type Unit } from "./alpha.ts";
import { confusionTable, exactShare, kappaOf, quadratic, withinOneShare, type Pair } from "./kappa.ts";
import type { Interval } from "./percentiles.ts";
import { seededRandom } from "../../../simulator/seeded-random.ts";

/** With fewer pairs kappa and alpha are not given. */
export const fewestPairs = 5;

/** With fewer pairs there is no interval: so few resamples say little. */
const fewestForInterval = 20;

export type NotDefined = "no pairs" | "too few" | "one class";

export type Agreement = {
  pairs: number;
  /** Shares of pairs, 0 to 1: on the same place of the scale, and at most one place apart. */
  exact: number | null;
  withinOne: number | null;
  /** Cohen's kappa, quadratically weighted. */
  weightedKappa: number | null;
  /** Krippendorff's alpha, ordinal. */
  alpha: number | null;
  /** Why kappa and alpha are null; null where they are not. */
  notDefined: NotDefined | null;
};

const unitOf = ({ first, second }: Pair): Unit => [first, second];

/** `places` is the length of the scale, `fewest` the number of pairs below which kappa and alpha are not given. */
export function agreementOf(pairs: readonly Pair[], places: number, fewest = fewestPairs): Agreement {
  const shares = { pairs: pairs.length, exact: exactShare(pairs), withinOne: withinOneShare(pairs) };
  const undefinedFor = (notDefined: NotDefined) => ({ ...shares, weightedKappa: null, alpha: null, notDefined });
  if (pairs.length === 0) return undefinedFor("no pairs");
  if (pairs.length < fewest) return undefinedFor("too few");
  const kappa = kappaOf(confusionTable(pairs, places), quadratic);
  if (kappa === null) return undefinedFor("one class");
  return { ...shares, weightedKappa: kappa, alpha: alphaOf(pairs.map(unitOf), "ordinal"), notDefined: null };
}

const seed = 20_111;

/** 95 % percentile bootstrap interval of alpha (ordinal) over pairs; null where they are too few or alpha is undefined. */
export function alphaIntervalOf(pairs: readonly Pair[]): Interval | null {
  if (pairs.length < fewestForInterval) return null;
  return alphaInterval(pairs.map(unitOf), { metric: "ordinal", random: seededRandom(seed) });
}
