import { expect, test } from "vitest";
import { documentQaSelfHosted } from "#app/domain/simulator/cost/document-qa/document-qa-self-hosted.ts";
import { documentQa } from "#app/domain/simulator/cost/document-qa/document-qa.ts";
import { breakEvenRetrains, retrievalUsd, tunedUsd } from "#app/domain/simulator/retraining.ts";
import { defaultsOf } from "#app/domain/simulator/preset.ts";
import { lineIn, reportOf, valueIn } from "#test/support/simulator.ts";

const asPrinted = reportOf(documentQa);

/** The values that the study's own inputs give, worked out by hand. */
const worked: [id: string, value: number, digits: number][] = [
  ["rag-index", 120, 9],
  ["rag-embedding", 30, 9],
  ["rag-monthly", 1320, 9],
  ["rag-monthly-as-printed", 1630, 9],
  ["gap", 890, 9],
  ["gap-as-printed", 1200, 9],
  ["balance-retrains", 1.1125, 9],
  ["balance-retrains-high", 0.37, 2],
  ["balance-retrains-as-printed", 1.5, 9],
  ["balance-retrains-as-printed-high", 0.5, 9],
  ["ft-retrained-monthly", 1230, 9],
  ["ft-retrained-monthly-high", 2830, 9],
  ["ft-retrained-weekly", 3896.667, 3],
  ["ft-retrained-weekly-high", 10_830, 9],
  ["rag-year-as-printed", 19_680, 9],
  ["rag-year", 15_960, 9],
  ["ft-year-one-run", 5960, 9],
  ["ft-year-one-run-high", 7560, 9],
  ["ft-year-monthly-runs", 14_760, 9],
  ["ft-year-monthly-runs-high", 33_960, 9],
  ["rag-per-query-as-printed", 0.00109, 5],
  ["ft-per-query", 0.00029, 5],
  ["rag-tokens", 3.15e9, 0],
  ["ft-tokens", 0.9e9, 0],
  ["tokens-ratio", 3.5, 9],
  ["llm-cost-ratio", 2.19, 2],
  ["rag-usd-per-million", 0.298, 3],
  ["ft-usd-per-million", 0.478, 3],
  ["rag-llm-cached", 423, 9],
];

test.each(worked)("the line %s is %d", (id, value, digits) => {
  expect(valueIn(asPrinted, id)).toBeCloseTo(value, digits);
});

test("only the embedding of queries and the total it goes into differ from the print", () => {
  const different = asPrinted.lines.filter(({ difference }) => difference !== null && difference !== 0);
  expect(
    different.map(({ id, printed, value, difference, source }) => [id, printed, value, difference, source]),
  ).toEqual([
    ["rag-embedding", 340, 30, -310, "S0:35"],
    ["rag-monthly", 1630, 1320, -310, "S0:40"],
  ]);
  expect(asPrinted.notes[0]).toContain("$30 a month");
});

test("the bills are equal at 1.1125 retrains a month, and that really balances them", () => {
  expect(asPrinted.breakEven).toEqual({ kind: "at", value: 1.1125, unit: "retrains per month" });
  const balanced = reportOf(documentQa, { retrainsPerMonth: "1.1125" });
  expect(valueIn(balanced, "ft-monthly")).toBe(valueIn(balanced, "rag-monthly"));
});

test("over volume the tuned model always wins untrained, and from 115,741 a day when trained twice a month", () => {
  const over = (retrainsPerMonth: number) =>
    documentQa
      .compute({ ...defaultsOf(documentQa), retrainsPerMonth })
      .breakEvens.find(({ over }) => over === "queries per day")?.breakEven;
  expect(over(0)).toEqual({ kind: "always", winner: "fine-tune" });
  expect(over(2)).toMatchObject({ kind: "at", unit: "queries per day", value: expect.closeTo(115_740.74, 1) });
});

test("the first training run is earned back within a month, and never when retraining eats the saving", () => {
  const months = (values: Record<string, number>) =>
    documentQa.compute({ ...defaultsOf(documentQa), ...values }).breakEvens[2]?.breakEven;
  expect(months({})).toMatchObject({ kind: "at", value: expect.closeTo(680 / 890, 9), unit: "months" });
  expect(months({ retrainsPerMonth: 2 })).toEqual({ kind: "never" });
});

test("where a cheap index costs nothing to query, retrieval wins at any rate of retraining", () => {
  const report = reportOf(documentQa, { ragTokensPerQuery: "500", vectorDbUsdPerMonth: "0", rerankerUsdPerMonth: "0" });
  expect(report.breakEven).toEqual({ kind: "always", winner: "rag" });
});

test("a free training run leaves no line that would divide by it", () => {
  const report = reportOf(documentQa, { trainingRunUsd: "0" });
  expect(report.lines.some(({ id }) => id === "balance-retrains")).toBe(false);
  expect(report.breakEven).toEqual({ kind: "always", winner: "fine-tune" });
});

test("hosted on a GPU of one's own, the tuned model is cheaper only above 130,412 queries a day", () => {
  const report = reportOf(documentQaSelfHosted);
  expect(lineIn(report, "ft-monthly")).toMatchObject({ value: 2880, printed: 430, difference: 2450 });
  expect(report.breakEven).toMatchObject({ kind: "at", value: expect.closeTo(130_412.37, 2) });
  expect(valueIn(reportOf(documentQaSelfHosted, { queriesPerDay: "130412" }), "gap")).toBeLessThan(0);
  expect(valueIn(reportOf(documentQaSelfHosted, { queriesPerDay: "130413" }), "gap")).toBeGreaterThan(0);
});

test("the balance on the home page weighs the same bills", () => {
  expect(retrievalUsd).toBe(valueIn(asPrinted, "rag-monthly"));
  expect(tunedUsd(1)).toBe(valueIn(asPrinted, "ft-retrained-monthly"));
  expect(breakEvenRetrains(retrievalUsd)).toBeCloseTo(valueIn(asPrinted, "balance-retrains"), 9);
});
