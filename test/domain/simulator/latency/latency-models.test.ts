import { expect, test } from "vitest";
import { promptLength } from "#app/domain/simulator/latency/prompt-length.ts";
import { semanticCache } from "#app/domain/simulator/latency/semantic-cache.ts";
import { stages } from "#app/domain/simulator/latency/stages.ts";
import { streamedAnswer, streaming } from "#app/domain/simulator/latency/streaming.ts";
import { lineIn, refusalOf, reportOf, valueIn } from "#test/support/simulator.ts";

test("the printed totals of the stages are additions: 1,455 and 2,908, of which looking up is 55 and 108", () => {
  const report = reportOf(stages);
  expect(lineIn(report, "rag-sum-p50")).toMatchObject({ value: 1455, printed: 1455, difference: 0, source: "S0:52" });
  expect(lineIn(report, "rag-sum-p95")).toMatchObject({ value: 2908, printed: 2908, difference: 0 });
  expect([valueIn(report, "look-up-p50"), valueIn(report, "look-up-p95")]).toEqual([55, 108]);
  expect(valueIn(report, "slower")).toBe(935);
  expect(valueIn(report, "slower-times")).toBeCloseTo(2.8, 1);
  expect(valueIn(report, "look-up-share")).toBeCloseTo(3.8, 1);
});

test("the drawn p95 of the total stays below the sum of p95s, and the drawn median above the sum of medians", () => {
  for (const seed of ["1", "2", "3"]) {
    const report = reportOf(stages, { seed });
    expect(lineIn(report, "rag-p95").difference).toBeLessThan(-20);
    expect(valueIn(report, "rag-p95")).toBeGreaterThan(2800);
    expect(lineIn(report, "rag-p50").difference).toBeGreaterThan(0);
    expect(valueIn(report, "rag-p99")).toBeGreaterThan(valueIn(report, "rag-p95"));
  }
});

test("stages that are slow together give the printed sum of p95s back", () => {
  expect(valueIn(reportOf(stages, { correlation: "1", draws: "200000" }), "rag-p95") / 2908).toBeCloseTo(1, 1);
});

test("the same seed draws the same answer, another seed another", () => {
  const [one, again, other] = ["7", "7", "8"].map((seed) => valueIn(reportOf(stages, { seed }), "rag-p95"));
  expect(one).toBe(again);
  expect(one).not.toBe(other);
});

test("within one second come nearly all answers of the tuned model and a sixth of the others", () => {
  const report = reportOf(stages);
  expect(valueIn(report, "ft-within-budget")).toBeCloseTo(95.5, 1);
  expect(valueIn(report, "rag-within-budget")).toBeGreaterThan(15);
  expect(valueIn(report, "rag-within-budget")).toBeLessThan(19);
});

test("retrieval is as quick as the tuned model if generation takes 465 ms, and never with a slow look-up", () => {
  expect(reportOf(stages).breakEven).toMatchObject({ kind: "at", value: 465 });
  const balanced = reportOf(stages, { ragLlmP50Ms: "465", ragLlmP95Ms: "900" });
  expect(valueIn(balanced, "slower")).toBe(0);
  const slow = reportOf(stages, { rerankP50Ms: "600", rerankP95Ms: "900" });
  expect(slow.breakEven).toEqual({ kind: "always", winner: "fine-tune" });
});

test("with 55 % of hits the mean of typical values is 753.75 ms, and the median is another number", () => {
  const report = reportOf(semanticCache);
  expect(valueIn(report, "mean-of-typical")).toBe(753.75);
  expect(valueIn(report, "median-among")).toBeCloseTo(90.9, 1);
  expect(valueIn(report, "p50")).toBeGreaterThan(180);
  expect(valueIn(report, "p50")).toBeLessThan(400);
  expect(valueIn(report, "model-bill")).toBe(423);
  expect(lineIn(report, "hit-work")).toMatchObject({ value: 20, printed: 180, difference: -160 });
});

test("percentiles of the mixture ascend, from all hits to no hits", () => {
  for (const hitShare of ["0", "0.25", "0.5", "0.9", "1"]) {
    const report = reportOf(semanticCache, { hitShare });
    const percentiles = ["p50", "p90", "p95", "p99"].map((id) => valueIn(report, id));
    expect(percentiles).toEqual([...percentiles].sort((one, other) => one - other));
  }
  expect(valueIn(reportOf(semanticCache, { hitShare: "0" }), "p50")).toBeCloseTo(1455, 0);
  expect(valueIn(reportOf(semanticCache, { hitShare: "1" }), "p95")).toBeCloseTo(360, 0);
});

test("three hits in four bring the mean down to the tuned model; below the hits' own time nothing does", () => {
  expect(reportOf(semanticCache).breakEven).toMatchObject({ kind: "at", value: expect.closeTo(0.7333, 4) });
  expect(reportOf(semanticCache, { tunedMs: "150" }).breakEven).toEqual({ kind: "always", winner: "fine-tune" });
});

test("shorter prompts: 68.4 and 66.7 % less time, 85.7 % fewer tokens, 0.54 ms a token", () => {
  const report = reportOf(promptLength);
  expect(valueIn(report, "covenant-latency-cut")).toBeCloseTo(68.4, 1);
  expect(valueIn(report, "review-latency-cut")).toBeCloseTo(66.7, 1);
  expect(valueIn(report, "covenant-token-cut")).toBeCloseTo(85.7, 1);
  expect(valueIn(report, "ms-per-token")).toBeCloseTo(0.54, 2);
  expect(report.breakEven).toMatchObject({ kind: "at", value: expect.closeTo(1138.46, 2), unit: "prompt tokens" });
  expect(reportOf(promptLength, { budgetMs: "100" }).breakEven).toEqual({ kind: "never" });
  expect(refusalOf(promptLength, { longTokens: "400" })).toBe("longTokens must be more than shortTokens (400)");
});

test("the first token waits for the prompt and not for the answer", () => {
  const answer = {
    beforeModelMs: 55,
    inputTokens: 2000,
    msPerInputToken: 0.5,
    outputTokens: 200,
    tokensPerSecond: 100,
  };
  expect(streamedAnswer(answer)).toEqual({ firstTokenMs: 1055, totalMs: 3055 });
  expect(streamedAnswer({ ...answer, outputTokens: 400 })).toEqual({ firstTokenMs: 1055, totalMs: 5055 });
});

test("the printed totals leave time for some twenty tokens, at the speeds assumed", () => {
  const report = reportOf(streaming);
  expect(valueIn(report, "rag-answer-in-print")).toBeCloseTo(26.25, 6);
  expect(valueIn(report, "ft-answer-in-print")).toBeCloseTo(19.5, 6);
  expect(report.breakEven).toMatchObject({ kind: "at", value: expect.closeTo(86.75, 6) });
  const balanced = reportOf(streaming, { outputTokens: "86.75" });
  expect(valueIn(balanced, "ft-total")).toBeCloseTo(valueIn(balanced, "rag-first-token"), 6);
});
