import { expect, test } from "vitest";
import { alphaInterval } from "#app/domain/grading/calibration/agreement/alpha.ts";
import { drawBinomial, drawMultinomial } from "#app/domain/hiring/agreement/draw.ts";
import { mergePatterns } from "#app/domain/hiring/agreement/patterns.ts";
import { intervalsOf, mostDrawn, resamples } from "#app/domain/hiring/agreement/resample.ts";
import { figuresOfUnits } from "#app/domain/hiring/agreement/units.ts";
import { percentileInterval } from "#app/domain/grading/calibration/agreement/percentiles.ts";
import { seededRandom } from "#app/domain/simulator/seeded-random.ts";
import { makeSessions } from "#test/support/agreement.ts";

// Chance here is seeded: a test gives the same every time, and its bounds are wide enough for any other seed.

function probabilities(n: number, p: number): number[] {
  const logs: number[] = [n * Math.log1p(-p)];
  for (let k = 1; k <= n; k += 1) logs.push((logs[k - 1] ?? 0) + Math.log(((n - k + 1) * p) / (k * (1 - p))));
  return logs.map(Math.exp);
}

test.each([
  [12, 0.1],
  [12, 0.9],
  [40, 0.2],
  [60, 0.5],
  [200, 0.06],
  [1000, 0.3],
  [1000, 0.97],
])("binomial numbers of %d with the chance %d come as often as they should", (n, p) => {
  const random = seededRandom(n);
  const draws = 40_000;
  const seen = Array.from({ length: n + 1 }, () => 0);
  for (let turn = 0; turn < draws; turn += 1) {
    const k = drawBinomial(n, p, random);
    seen[k] = (seen[k] ?? 0) + 1;
  }
  const expected = probabilities(n, p).map((share) => share * draws);
  // Pearson's chi squared over all numbers that should come at least ten times.
  const common = expected.map((should, k) => ({ should, is: seen[k] ?? 0 })).filter(({ should }) => should >= 10);
  const chi = common.reduce((sum, { should, is }) => sum + (is - should) ** 2 / should, 0);
  const free = common.length - 1;
  expect(chi).toBeLessThan(free + 4.5 * Math.sqrt(2 * free));
});

test("a multinomial draw takes as many as there are, each as often as its count says, and none of what there is none of", () => {
  const counts = [3, 0, 40, 400, 1];
  const drawn = new Float64Array(counts.length);
  const sums = counts.map(() => 0);
  const random = seededRandom(5);
  for (let turn = 0; turn < 5_000; turn += 1) {
    drawMultinomial(counts, random, drawn);
    expect(drawn.reduce((sum, k) => sum + k, 0)).toBe(444);
    for (const [at, k] of drawn.entries()) sums[at] = (sums[at] ?? 0) + k / 5_000;
  }
  expect(sums[1]).toBe(0);
  for (const [at, count] of counts.entries())
    expect(Math.abs((sums[at] ?? 0) - count)).toBeLessThan(0.15 * Math.sqrt(count) + 0.01);
});

test("drawing counted patterns gives the distribution that drawing session by session gives", () => {
  // 400 sessions of one number each: the mean of a resample, session by session, and over counted patterns.
  const values = makeSessions(400, { criteria: 1 }).map(({ settled }) => settled[0] ?? 0);
  const random = seededRandom(99);
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < values.length; drawn += 1) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / values.length;
  });
  const bySession = percentileInterval(means, { resamples });
  const patterns = mergePatterns(values.map((value) => ({ n: 1, sums: [1, value] })));
  expect(patterns).toHaveLength(5);
  const figures = [(sums: Readonly<Float64Array>) => (sums[1] ?? 0) / (sums[0] ?? 1)];
  const [byPattern] = intervalsOf(patterns, { figures, seed: "pattern" });
  const width = (bySession?.high ?? 0) - (bySession?.low ?? 0);
  expect(Math.abs((byPattern?.low ?? 0) - (bySession?.low ?? 9))).toBeLessThan(0.12 * width);
  expect(Math.abs((byPattern?.high ?? 0) - (bySession?.high ?? 9))).toBeLessThan(0.12 * width);
});

test("the interval of alpha is that of the bootstrap unit by unit", () => {
  const units = makeSessions(150, { criteria: 1, reviewers: 3 }).map(({ people }) => people[0] ?? []);
  const unitByUnit = alphaInterval(units, { metric: "ordinal", random: seededRandom(3) });
  const { interval } = figuresOfUnits(
    units.map((unit) => ({ n: 1, units: [unit.join("")] })),
    "alpha",
  );
  const width = (unitByUnit?.high ?? 0) - (unitByUnit?.low ?? 0);
  expect(width).toBeGreaterThan(0.01);
  expect(Math.abs((interval?.low ?? 0) - (unitByUnit?.low ?? 9))).toBeLessThan(0.15 * width);
  expect(Math.abs((interval?.high ?? 0) - (unitByUnit?.high ?? 9))).toBeLessThan(0.15 * width);
});

test("of very many patterns the normal limit of the draw gives the same interval", () => {
  // 600 sessions with sums of their own: their number, a sum, a square, and a copy that varies only with the sum.
  const random = seededRandom(11);
  const patterns = mergePatterns(
    Array.from({ length: 600 }, () => {
      const value = Math.floor(random() * 1_000) / 100;
      return { n: 1 + Math.floor(random() * 3), sums: [1, value, value ** 2, 2 * value] };
    }),
  );
  const mean = (sums: Readonly<Float64Array>) => (sums[1] ?? 0) / (sums[0] ?? 1);
  const spread = (sums: Readonly<Float64Array>) => (sums[2] ?? 0) / (sums[0] ?? 1) - mean(sums) ** 2;
  const copied = (sums: Readonly<Float64Array>) => (sums[3] ?? 0) - 2 * (sums[1] ?? 0);
  const figures = [mean, spread, copied];
  expect(patterns.length).toBeGreaterThan(mostDrawn);
  const limit = intervalsOf(patterns, { figures, seed: "limit" });
  const drawn = intervalsOf(patterns, { figures, seed: "drawn", most: patterns.length });
  for (const at of [0, 1]) {
    const [one, other] = [limit[at], drawn[at]];
    const width = (other?.high ?? 0) - (other?.low ?? 0);
    expect(width).toBeGreaterThan(0.1);
    expect(Math.abs((one?.low ?? 0) - (other?.low ?? 9))).toBeLessThan(0.12 * width);
    expect(Math.abs((one?.high ?? 0) - (other?.high ?? 9))).toBeLessThan(0.12 * width);
  }
  expect(Math.abs(limit[2]?.low ?? 1)).toBeLessThan(1e-6);
  expect(intervalsOf(patterns, { figures, seed: "limit" })).toEqual(limit);
});
