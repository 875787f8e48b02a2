/**
 * Bootstrap by session (Efron, 1979): levels of one session hang together, so whole sessions are drawn. Sessions with the
 * same sums are one pattern with a count, and a figure is anything that can be worked out from sums over sessions.
 */
import { percentileInterval, type Interval } from "../../grading/calibration/agreement/percentiles.ts";
import { seededRandom, seedOf } from "../../simulator/seeded-random.ts";
import { drawMultinomial } from "./draw.ts";
import { drawFromLimit } from "./normal-limit.ts";
import { addUp, type Pattern } from "./patterns.ts";

/** Null where the sums leave it undefined. */
export type Figure = (sums: Readonly<Float64Array>) => number | null;

export const resamples = 1_000;

/** Above it there are sessions enough for the normal limit of the draw, which costs the same for any number of patterns. */
export const mostDrawn = 400;

/** Draws patterns one by one; their sums lie one after another in one array, since this is where the time goes. */
function drawFromCounts(patterns: readonly Pattern[], seed: number): () => Float64Array {
  const random = seededRandom(seed);
  const counts = patterns.map(({ n }) => n);
  const size = patterns[0]?.sums.length ?? 0;
  const flat = Float64Array.from(patterns.flatMap(({ sums }) => sums));
  const [drawn, total] = [new Float64Array(patterns.length), new Float64Array(size)];
  return () => {
    drawMultinomial(counts, random, drawn);
    total.fill(0);
    for (let at = 0; at < drawn.length; at += 1) {
      const weight = drawn[at] ?? 0;
      if (weight === 0) continue;
      for (let place = 0; place < size; place += 1) {
        total[place] = (total[place] ?? 0) + weight * (flat[at * size + place] ?? 0);
      }
    }
    return total;
  };
}

type Wanted = { figures: readonly Figure[]; seed: string; most?: number };

/** 95 % percentile intervals of several figures from the same resamples; the same seed gives the same ones. */
export function intervalsOf(
  patterns: readonly Pattern[],
  { figures, seed, most = mostDrawn }: Wanted,
): (Interval | null)[] {
  const sessions = patterns.reduce((sum, { n }) => sum + n, 0);
  const draw =
    patterns.length > most
      ? drawFromLimit(patterns, { total: addUp(patterns), sessions, seed: seedOf(seed) })
      : drawFromCounts(patterns, seedOf(seed));
  const found: number[][] = figures.map(() => []);
  for (let turn = 0; turn < resamples; turn += 1) {
    const sums = draw();
    for (const [at, figure] of figures.entries()) {
      const value = figure(sums);
      if (value !== null) found[at]?.push(value);
    }
  }
  return found.map((values) => percentileInterval(values, { resamples }));
}
