/**
 * How long stages take that run one after the other, by drawing many requests: percentiles of stages do not add up to
 * percentiles of the sum, unless all stages are slow for the same requests.
 */
import type { LogNormal } from "./log-normal.ts";
import { seededNormal } from "../seeded-random.ts";

export type Draws = {
  draws: number;
  seed: number;
  /** 0: each stage has its bad moments by itself. 1: all have them together. */
  correlation: number;
};

/** The total of each drawn request in milliseconds, ascending. */
export function simulateTotals(stages: readonly LogNormal[], { draws, seed, correlation }: Draws): Float64Array {
  const normal = seededNormal(seed);
  const [together, alone] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  const totals = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    const common = normal();
    let total = 0;
    for (const { mu, sigma } of stages) total += Math.exp(mu + sigma * (together * common + alone * normal()));
    totals[draw] = total;
  }
  return totals.sort();
}

/** The value below which this share of ascending values lies, between neighbours in proportion. Needs one value at least. */
export function percentileOf(ascending: ArrayLike<number>, percentile: number): number {
  const place = percentile * (ascending.length - 1);
  const [below, above] = [ascending[Math.floor(place)], ascending[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new Error("There are no values to take a percentile of.");
  return below + (above - below) * (place - Math.floor(place));
}

/** The share of ascending values up to a limit. */
export function shareWithin(ascending: Float64Array, limit: number): number {
  const first = ascending.findIndex((value) => value > limit);
  return (first === -1 ? ascending.length : first) / ascending.length;
}

/** How many of ascending values fall into each of equally wide buckets from zero; those beyond the last are left out. */
export function bucketShares(
  ascending: ArrayLike<number>,
  { width, buckets }: { width: number; buckets: number },
): number[] {
  const counts = Array.from({ length: buckets }, () => 0);
  for (let index = 0; index < ascending.length; index += 1) {
    const bucket = Math.floor((ascending[index] ?? 0) / width);
    if (bucket >= buckets) break;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts.map((count) => count / ascending.length);
}
