import fc from "fast-check";
import { expect, test } from "vitest";
import { costAt, costOf, findPrice, listPrices, totalUsage } from "#app/domain/grading/model/prices.ts";

const usage = { input: 10_000, cacheWrite: 4_000, cacheRead: 20_000, output: 3_000 };

test("prices each kind of token at its own rate", () => {
  expect(costOf("claude-sonnet-5-5", usage)).toBeCloseTo(0.02 + 0.01 + 0.002 + 0.03, 12);
  expect(costOf("claude-opus-5-5", usage)).toBeCloseTo(0.04 + 0.02 + 0.004 + 0.06, 12);
});

test("a model without a known price costs null, and so does a name every object has", () => {
  for (const model of ["claude-unheard-of", "", "constructor", "toString"]) expect(costOf(model, usage)).toBeNull();
});

test("no tokens of a known model cost nothing", () => {
  expect(costOf("claude-haiku-5-5", { input: 0, cacheWrite: 0, cacheRead: 0, output: 0 })).toBe(0);
});

test("a dated model id is priced as its family", () => {
  expect(costOf("claude-haiku-4-5-20251001", usage)).toBe(costOf("claude-haiku-4-5", usage));
  expect(costOf("claude-haiku-4-5-2025", usage)).toBeNull();
});

test("a prompt above the threshold is priced at the long rates as a whole, cached parts counting towards it", () => {
  const long = { input: 10_000, cacheWrite: 0, cacheRead: 90_001, output: 1_000 };
  expect(costOf("claude-haiku-5-5", long)).toBeCloseTo((10_000 * 0.5 + 90_001 * 0.05 + 1_000 * 2.5) / 1e6, 12);
  expect(costOf("claude-haiku-5-5", { ...long, cacheRead: 90_000 })).toBeCloseTo(
    (10_000 * 0.1 + 90_000 * 0.01 + 1_000 * 0.5) / 1e6,
    12,
  );
});

test("a caller's table stands in for the list", () => {
  const mine = { asOf: "2027-01-01", models: { local: { input: 1, output: 0, cacheWrite: 0, cacheRead: 0 } } };
  const price = findPrice("local", mine);
  expect(price && costAt(price, usage)).toBe(0.01);
  expect(findPrice("claude-sonnet-5-5", mine)).toBeNull();
});

test("the list is dated, and its cache is cheaper to read and dearer to write than plain input", () => {
  expect(listPrices.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  for (const { input, cacheRead, cacheWrite, long } of Object.values(listPrices.models)) {
    for (const rates of [{ input, cacheRead, cacheWrite }, long].filter((each) => each !== undefined)) {
      expect(rates.cacheRead).toBeLessThan(rates.input);
      expect(rates.cacheWrite).toBeCloseTo(rates.input * 1.25, 12);
    }
  }
});

test("tokens of several requests add up by kind, and none are null", () => {
  const count = fc.nat(1_000_000);
  const usages = fc.array(fc.record({ input: count, cacheWrite: count, cacheRead: count, output: count }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(usages, (all) => {
      const sum = (kind: keyof typeof usage) => all.reduce((total, each) => total + each[kind], 0);
      const expected = { input: sum("input"), cacheWrite: sum("cacheWrite"), cacheRead: sum("cacheRead") };
      expect(totalUsage(all)).toEqual({ ...expected, output: sum("output") });
    }),
  );
  expect(totalUsage([])).toBeNull();
});
