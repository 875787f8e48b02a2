import fc from "fast-check";
import { expect, test } from "vitest";
import { fitLogNormal, meanOf, percentileOfMixture, shareUpTo } from "#app/domain/simulator/latency/log-normal.ts";
import { seededNormal, seededRandom } from "#app/domain/simulator/seeded-random.ts";
import { percentileOf, shareWithin, simulateTotals } from "#app/domain/simulator/latency/simulation.ts";

const fitted = fc
  .tuple(fc.double({ min: 1, max: 10_000, noNaN: true }), fc.double({ min: 1, max: 20, noNaN: true }))
  .map(([p50, times]) => ({ p50, p95: p50 * times }));

test("a fitted shape has the median and the p95 it was fitted to", () => {
  fc.assert(
    fc.property(fitted, ({ p50, p95 }) => {
      const shape = fitLogNormal({ p50, p95 });
      const mixture = [{ share: 1, of: shape }];
      expect(percentileOfMixture(mixture, 0.5) / p50).toBeCloseTo(1, 5);
      expect(percentileOfMixture(mixture, 0.95) / p95).toBeCloseTo(1, 4);
      expect(meanOf(shape)).toBeGreaterThanOrEqual(p50 * (1 - 1e-12));
    }),
  );
});

test("the share up to a duration ascends from 0 to 1", () => {
  const shape = fitLogNormal({ p50: 100, p95: 200 });
  expect(shareUpTo(shape, 0)).toBe(0);
  expect(shareUpTo(shape, 100)).toBeCloseTo(0.5, 6);
  expect(shareUpTo(shape, 200)).toBeCloseTo(0.95, 5);
  expect(shareUpTo(shape, 1e9)).toBeCloseTo(1, 9);
  const always = fitLogNormal({ p50: 100, p95: 100 });
  expect([99, 100, 101].map((duration) => shareUpTo(always, duration))).toEqual([0, 1, 1]);
});

test("numbers of one seed repeat, are spread evenly, and differ from those of the next seed", () => {
  const drawn = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 10_000 }, random);
  };
  const numbers = drawn(42);
  expect(numbers).toEqual(drawn(42));
  expect(numbers).not.toEqual(drawn(43));
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length / numbers.length;
    expect(share).toBeCloseTo(0.1, 1);
  }
});

test("normal numbers have mean 0 and deviation 1", () => {
  const normal = seededNormal(1);
  const numbers = Array.from({ length: 50_000 }, normal);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(variance).toBeCloseTo(1, 1);
});

test("four equal stages of 300 and 600 ms have a p95 far below 2,400 and a median above 1,200", () => {
  const stage = fitLogNormal({ p50: 300, p95: 600 });
  const totals = simulateTotals([stage, stage, stage, stage], { draws: 100_000, seed: 1, correlation: 0 });
  expect(percentileOf(totals, 0.95)).toBeGreaterThan(1800);
  expect(percentileOf(totals, 0.95)).toBeLessThan(1870);
  expect(percentileOf(totals, 0.5)).toBeGreaterThan(1260);
  expect(percentileOf(totals, 0.5)).toBeLessThan(1300);
});

test("drawn totals are in order, so that their percentiles are", () => {
  fc.assert(
    fc.property(
      fc.array(fitted, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (stages, seed, correlation) => {
        const totals = simulateTotals(stages.map(fitLogNormal), { draws: 200, seed, correlation });
        const percentiles = [0, 0.5, 0.9, 0.95, 0.99, 1].map((percentile) => percentileOf(totals, percentile));
        expect(percentiles).toEqual([...percentiles].sort((one, other) => one - other));
        expect(percentiles.every(Number.isFinite)).toBe(true);
        expect(shareWithin(totals, totals.at(-1) ?? 0)).toBe(1);
        expect(shareWithin(totals, 0)).toBe(0);
      },
    ),
    { numRuns: 50 },
  );
});
