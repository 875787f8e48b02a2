/**
 * Krippendorff's alpha: agreement of any number of raters, also where some left things out. After Krippendorff,
 * "Computing Krippendorff's Alpha-Reliability" (2011): values that can be paired within a unit are counted in a
 * coincidence matrix, and the disagreement found there is set against what chance would give.
 */
import { percentileInterval, type Interval } from "./percentiles.ts";

/** What the raters said of one thing; whoever said nothing is left out or null. */
export type Unit = readonly (number | null)[];

export type Metric = "nominal" | "ordinal" | "interval";

/** Which values there are, in order, and how often each pair of them meets: `counts[c * values.length + k]`. */
export type Coincidences = { values: readonly number[]; counts: Readonly<Record<number, number>> };

const valuesOf = (unit: Unit) => unit.filter((value) => value !== null);

/** Units with at least two values; one value alone can be paired with nothing. */
function pairable(units: readonly Unit[]): number[][] {
  return units.map(valuesOf).filter(({ length }) => length >= 2);
}

/** What a unit adds to the counts: for each ordered pair of its values the cell, each with the same weight. */
type Pairing = { cells: number[]; weight: number };

/** For a unit with at least two values, all of which are among `values`. */
export function pairUp(unit: readonly number[], values: readonly number[]): Pairing {
  const places = unit.map((value) => values.indexOf(value));
  const cells = places.flatMap((c, i) => places.flatMap((k, j) => (i === j ? [] : [c * values.length + k])));
  return { cells, weight: 1 / (unit.length - 1) };
}

function add(counts: Float64Array, { cells, weight }: Pairing): void {
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + weight;
}

function sumOf(totals: readonly number[], from: number, to: number): number {
  return totals.slice(from, to).reduce((sum, total) => sum + total, 0);
}

/** Squared difference of two values by their places; ordinal counts how many values lie from one to the other. */
function differenceOf(metric: Metric, values: readonly number[], totals: readonly number[]) {
  return (c: number, k: number): number => {
    if (metric === "nominal") return 1;
    if (metric === "interval") return ((values[c] ?? 0) - (values[k] ?? 0)) ** 2;
    return (sumOf(totals, c, k + 1) - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2;
  };
}

/** Values that nobody gave change nothing. Null where there is at most one value that somebody did. */
export function alphaFrom({ values, counts }: Coincidences, metric: Metric): number | null {
  const size = values.length;
  const totals = values.map((_, c) => values.reduce((sum, __, k) => sum + (counts[c * size + k] ?? 0), 0));
  const difference = differenceOf(metric, values, totals);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < size; c += 1) {
    for (let k = c + 1; k < size; k += 1) {
      const squared = difference(c, k);
      observed += (counts[c * size + k] ?? 0) * squared;
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * squared;
    }
  }
  const all = sumOf(totals, 0, size);
  return expected > 0 ? 1 - ((all - 1) * observed) / expected : null;
}

function orderedValues(units: readonly (readonly number[])[]): number[] {
  return [...new Set(units.flat())].sort((a, b) => a - b);
}

/**
 * Alpha, at most 1; 0 is what chance gives. Null where it is not defined: nothing can be paired, or there is only one
 * value in all that can.
 */
export function alphaOf(units: readonly Unit[], metric: Metric): number | null {
  const rated = pairable(units);
  const values = orderedValues(rated);
  const counts = new Float64Array(values.length ** 2);
  for (const unit of rated) add(counts, pairUp(unit, values));
  return alphaFrom({ values, counts }, metric);
}

type Bootstrap = {
  metric: Metric;
  /** Gives numbers from 0 up to 1, the same for the same seed. */
  random: () => number;
  resamples?: number;
  /** Share of the resamples that the interval holds. */
  level?: number;
};

/**
 * Percentile bootstrap interval of alpha: units are drawn anew, as many as there are, and the interval holds the middle
 * of the alphas they give. Null where alpha is not defined, also for more than a tenth of the resamples.
 */
export function alphaInterval(
  units: readonly Unit[],
  { metric, random, resamples = 1000, level = 0.95 }: Bootstrap,
): Interval | null {
  const rated = pairable(units);
  const values = orderedValues(rated);
  const pairings = rated.map((unit) => pairUp(unit, values));
  const nothing: Pairing = { cells: [], weight: 0 };
  const found: number[] = [];
  for (let turn = 0; turn < resamples; turn += 1) {
    const counts = new Float64Array(values.length ** 2);
    for (let drawn = 0; drawn < pairings.length; drawn += 1) {
      add(counts, pairings[Math.floor(random() * pairings.length)] ?? nothing);
    }
    const alpha = alphaFrom({ values, counts }, metric);
    if (alpha !== null) found.push(alpha);
  }
  return percentileInterval(found, { resamples, level });
}
