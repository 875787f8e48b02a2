import { expect, test } from "vitest";
import { compareCosts } from "#app/domain/simulator/cost/compare-costs.ts";
import { compliance } from "#app/domain/simulator/cost/compliance.ts";
import { headToHead } from "#app/domain/simulator/cost/head-to-head.ts";
import { adapterParameters, loraRun } from "#app/domain/simulator/cost/lora-run.ts";
import { perQuery } from "#app/domain/simulator/cost/per-query.ts";
import { setup } from "#app/domain/simulator/cost/setup.ts";
import { defaultsOf } from "#app/domain/simulator/preset.ts";
import { lineIn, reportOf, valueIn } from "#test/support/simulator.ts";

test("compliance: 65.6 % fewer tokens, 168M a day, $756 a month at equal prices and $360 at twice the price", () => {
  const report = reportOf(compliance);
  expect(valueIn(report, "token-cut")).toBeCloseTo(65.6, 1);
  expect(valueIn(report, "tokens-saved-day")).toBe(168e6);
  expect(valueIn(report, "tokens-saved-month")).toBe(5.04e9);
  expect(valueIn(report, "base-llm")).toBe(1152);
  expect(valueIn(report, "saving")).toBe(756);
  expect(valueIn(report, "tuned-llm-double")).toBe(792);
  expect(valueIn(report, "saving-double")).toBe(360);
  expect(valueIn(reportOf(compliance, { tunedPriceMultiple: "2" }), "saving")).toBe(360);
});

test("compliance: the tuned model may cost 2.91 times as much a token before the saving is gone", () => {
  expect(reportOf(compliance).breakEven).toMatchObject({ kind: "at", value: expect.closeTo(3200 / 1100, 9) });
});

test("set-up: $0.20 for embedding where the table has about $10, and ten million tokens where the comment has one", () => {
  const report = reportOf(setup);
  expect(lineIn(report, "embedding")).toMatchObject({ value: 0.2, printed: 0.2, difference: 0, source: "S2:79" });
  expect(lineIn(report, "embedding-table")).toMatchObject({ value: 0.2, printed: 10, source: "S2:64" });
  expect(lineIn(report, "tokens")).toMatchObject({ value: 10e6, printed: 1e6, source: "S2:72" });
  expect(lineIn(report, "storage")).toMatchObject({ value: 3, printed: 3 });
  expect(lineIn(report, "training")).toMatchObject({ value: 8, printed: 8 });
  expect([valueIn(report, "labour"), valueIn(report, "labour-high")]).toEqual([2500, 25_000]);
  expect([valueIn(report, "outlay"), valueIn(report, "outlay-high")]).toEqual([2508, 25_008]);
});

test("set-up: the outlay comes back after 20,067 to 207,567 queries, or after months that depend on volume", () => {
  const report = reportOf(setup);
  expect(Math.ceil(valueIn(report, "payback-queries"))).toBe(20_067);
  expect(Math.ceil(valueIn(report, "payback-queries-high"))).toBe(207_567);
  expect(report.breakEven).toMatchObject({ kind: "at", value: expect.closeTo(20_066.667, 3) });
  expect(valueIn(report, "payback-months-1000")).toBeCloseTo(11.4, 1);
  expect(valueIn(report, "payback-months-1000-high")).toBeCloseTo(113.7, 1);
  expect(valueIn(report, "payback-months-10000")).toBeCloseTo(1.9, 1);
  expect(valueIn(report, "payback-months-10000-high")).toBeCloseTo(19.2, 1);
});

test("set-up: where the tuned model saves nothing, its outlay never comes back", () => {
  const report = reportOf(setup, { ragUsdPerQuery: "0.02", ragUsdPerMonth: "0" });
  expect(report.breakEven).toEqual({ kind: "never" });
  expect(report.lines.some(({ id }) => id.startsWith("payback"))).toBe(false);
});

test("per query: $0.012 and $0.005 from the table's own tokens, where it prints 7 to 17 times as much", () => {
  const report = reportOf(perQuery);
  expect(lineIn(report, "rag-llm")).toMatchObject({ value: 0.012, printed: 0.08, source: "S2:105" });
  expect(lineIn(report, "rag-llm-high")).toMatchObject({ value: 0.012, printed: 0.2 });
  expect(lineIn(report, "ft-llm")).toMatchObject({ value: 0.005, printed: 0.01 });
  expect([valueIn(report, "implied-low"), valueIn(report, "implied-high")]).toEqual([20, 50]);
  expect(report.breakEven).toEqual({ kind: "always", winner: "fine-tune" });
});

test("compare: the eight printed totals are reproduced", () => {
  const report = reportOf(compareCosts);
  const printed = report.lines.filter((line) => line.printed !== null);
  expect(printed.map(({ id, value }) => [id, value])).toEqual([
    ["rag-1000", 250],
    ["ft-1000", 30],
    ["rag-10000", 1600],
    ["ft-10000", 300],
    ["rag-100000", 15_100],
    ["ft-100000", 3000],
    ["rag-1000000", 150_100],
    ["ft-1000000", 30_000],
  ]);
  expect(printed.every(({ difference }) => difference === 0)).toBe(true);
});

test("compare: there is no break-even, and it says so", () => {
  const report = reportOf(compareCosts);
  expect(report.breakEven).toEqual({ kind: "always", winner: "fine-tune" });
  expect(report.notes[0]).toMatch(/^No break-even exists/);
});

test("compare: with hosting there is a break-even, and with equal lines never one", () => {
  expect(reportOf(compareCosts, { ftUsdPerMonth: "700" }).breakEven).toMatchObject({
    kind: "at",
    value: 5000,
    unit: "queries per month",
  });
  const equal = { ftUsdPerQuery: "0.15", ftUsdPerMonth: "100" };
  expect(reportOf(compareCosts, equal).breakEven).toEqual({ kind: "never" });
});

test("one adapter: 375 steps, 41,943,040 parameters, 0.58 %, 84 MB in 16 bits and 168 MB in 32", () => {
  const report = reportOf(loraRun);
  expect(valueIn(report, "steps")).toBe(375);
  expect(adapterParameters(16)).toBe(41_943_040);
  expect(valueIn(report, "share")).toBeCloseTo(0.58, 2);
  expect(valueIn(report, "adapter")).toBeCloseTo(84, 0);
  expect(valueIn(reportOf(loraRun, { bytesPerParameter: "4" }), "adapter")).toBeCloseTo(168, 0);
  expect(valueIn(report, "gpu-hour")).toBe(4);
  expect(valueIn(report, "gpu-hour-high")).toBeCloseTo(6.67, 2);
});

test("head to head: the printed ends put the pay-back anywhere from 5,000 to 5,000,000 queries", () => {
  const report = reportOf(headToHead);
  expect(valueIn(report, "payback-queries-least")).toBeCloseTo(5000, 6);
  expect(valueIn(report, "payback-queries-most")).toBeCloseTo(5e6, 6);
  expect(headToHead.compute(defaultsOf(headToHead)).breakEvens).toHaveLength(2);
});
