/**
 * Where the time of an answer goes, stage by stage, retrieval against a tuned model (S0:45-53): the printed p50 and p95
 * of each stage, their sums as printed, and what the total's percentiles are when stages vary by themselves.
 */
import { solveBreakEven } from "../break-even.ts";
import type { InputSpec } from "../input.ts";
import { definePreset, type Computed, type Preset } from "../preset.ts";
import { fitLogNormal } from "./log-normal.ts";
import { simulateTotals } from "./simulation.ts";
import { pairs, stageLines, type StageValues } from "./stage-lines.ts";

const stage = (label: string, duration: number, source: string): InputSpec => ({
  label,
  unit: "ms",
  default: duration,
  min: 0.01,
  max: 600_000,
  source,
});

const inputs = {
  embedP50Ms: stage("Embedding the query, p50", 12, "S0:48"),
  embedP95Ms: stage("Embedding the query, p95", 25, "S0:48"),
  searchP50Ms: stage("Vector search, p50", 8, "S0:49"),
  searchP95Ms: stage("Vector search, p95", 18, "S0:49"),
  rerankP50Ms: stage("Reranking, p50", 35, "S0:50"),
  rerankP95Ms: stage("Reranking, p95", 65, "S0:50"),
  ragLlmP50Ms: stage("Generation with retrieved context, p50", 1400, "S0:51"),
  ragLlmP95Ms: stage("Generation with retrieved context, p95", 2800, "S0:51"),
  ftLlmP50Ms: {
    ...stage("Generation by the tuned model, p50", 520, "S0:51"),
    conflicts: [{ value: 100, says: "below 100 ms, with a smaller model", source: "S1:153" }],
  },
  ftLlmP95Ms: stage("Generation by the tuned model, p95", 980, "S0:51"),
  budgetMs: { ...stage("Limit for an answer", 1000, "S0:404"), max: 3_600_000 },
  correlation: {
    label: "How far stages are slow together",
    unit: "from 0 (each by itself) to 1 (all together)",
    default: 0,
    min: 0,
    max: 1,
    source: null,
    basis: "stages are taken to vary by themselves; the printed sum of p95 needs 1",
  },
  draws: {
    label: "Requests drawn",
    unit: "requests",
    default: 50_000,
    min: 100,
    max: 200_000,
    whole: true,
    source: null,
  },
  seed: { label: "Seed", unit: "whole number", default: 1, min: 0, max: 4_294_967_295, whole: true, source: null },
} as const satisfies Record<keyof StageValues, InputSpec>;

/** The total of every drawn request with retrieval, in milliseconds, ascending. */
export function drawTotals(values: StageValues): Float64Array {
  const retrieval = pairs.filter(({ side }) => side === "rag");
  const fitted = retrieval.map(({ p50, p95 }) => fitLogNormal({ p50: values[p50], p95: values[p95] }));
  return simulateTotals(fitted, values);
}

/** The model over totals that are drawn already, for a page that shows them, too. */
export function computeStages(values: StageValues, totals: Float64Array): Computed {
  const lookUpP50 = values.embedP50Ms + values.searchP50Ms + values.rerankP50Ms;
  return {
    lines: stageLines(values, totals),
    breakEvens: [
      {
        over: "generation with retrieved context at the median",
        breakEven: solveBreakEven(
          { approach: "rag", fixed: lookUpP50, perUnit: 1 },
          { approach: "fine-tune", fixed: values.ftLlmP50Ms, perUnit: 0 },
          "ms of generation with retrieved context, p50",
        ),
      },
    ],
    notes: [
      "The printed p95 total adds four p95s (S0:52). That holds if all stages are slow for the same requests (correlation 1); drawn by themselves they come to less. The gap is small because one stage dominates.",
      "The sum of medians is not quite the median of the sum either: the tails pull it up a little.",
      "Looking up costs 55 ms at the median, 4 % of the total. S1's 50 to 200 ms and S3's slight increase (S1:174, S3:11) speak of that step; the whole answer takes 935 ms longer, 2.8 times as long, because of the longer context (S0:53).",
      "Each stage is a log-normal fitted to its printed p50 and p95; no source gives the shape.",
      "The tuned model's measured 520 ms is far from the sub-100 ms that another source hopes for (S1:153), which needs a smaller model (S1:152).",
    ],
  };
}

export const stages: Preset = definePreset({
  id: "s0-stages",
  title: "Stages of an answer",
  source: "S0:45-53",
  inputs,
  fault(values) {
    const wrong = pairs.find(({ p50, p95 }) => values[p95] < values[p50]);
    if (!wrong) return null;
    const message = `${wrong.p95} must be ${wrong.p50} or more: ${values[wrong.p95]} is below ${values[wrong.p50]}`;
    return { input: wrong.p95, message };
  },
  compute: (values) => computeStages(values, drawTotals(values)),
});
