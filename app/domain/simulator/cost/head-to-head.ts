/**
 * The one line on cost in S1's comparison of dimensions: a price per query against a price of training (S1:176). The
 * source puts both beside each other without a volume; this asks which volume makes them equal.
 */
import { solvePayback, type BreakEvenOver } from "../break-even.ts";
import type { InputSpec } from "../input.ts";
import { line } from "../line.ts";
import { definePreset, type Preset } from "../preset.ts";
import { volumeThresholds } from "./volume-thresholds.ts";

const ends = { perQuery: [0.01, 0.1], training: [500, 50_000] } as const;

const inputs = {
  ragUsdPerQuery: {
    label: "Retrieval, a query",
    unit: "USD/query",
    default: ends.perQuery[0],
    min: 0,
    max: 100,
    source: "S1:176",
    spread: { low: ends.perQuery[0], high: ends.perQuery[1], source: "S1:176" },
    conflicts: [
      { value: 0.00109, says: "$1,630 a month over 1.5M queries", source: "S0:40" },
      { value: 0.21, says: "$0.08 to $0.21 a query", source: "S2:106" },
    ],
  },
  trainingUsd: {
    label: "Training",
    unit: "USD",
    default: ends.training[0],
    min: 0,
    max: 1e9,
    source: "S1:176",
    spread: { low: ends.training[0], high: ends.training[1], source: "S1:176" },
  },
  ftUsdPerQuery: {
    label: "Tuned model, serving a query",
    unit: "USD/query",
    default: 0,
    min: 0,
    max: 100,
    source: null,
    basis: "the source adds serving without an amount; nothing flatters the tuned side",
    conflicts: [
      { value: 0.00029, says: "$430 a month over 1.5M queries", source: "S0:40" },
      { value: 0.03, says: "shorter prompts", source: "S2:120" },
    ],
  },
  queriesPerMonth: {
    label: "Queries",
    unit: "queries/month",
    default: 10_000_000,
    min: 1,
    max: 1e11,
    whole: true,
    source: "S1:156",
    thresholds: volumeThresholds.perMonth,
  },
} as const satisfies Record<string, InputSpec>;

type HeadToHeadValues = Record<keyof typeof inputs, number>;

function breakEvens(values: HeadToHeadValues): [BreakEvenOver, ...BreakEvenOver[]] {
  const saving = values.ragUsdPerQuery - values.ftUsdPerQuery;
  const outlay = { approach: "fine-tune", outlay: values.trainingUsd } as const;
  return [
    {
      over: "queries",
      breakEven: solvePayback({ ...outlay, savingPerUnit: saving }, "queries"),
      input: "queriesPerMonth",
      sides: [
        { approach: "rag", fixed: 0, perUnit: values.ragUsdPerQuery },
        { approach: "fine-tune", fixed: values.trainingUsd, perUnit: values.ftUsdPerQuery },
      ],
    },
    {
      over: "months",
      breakEven: solvePayback({ ...outlay, savingPerUnit: saving * values.queriesPerMonth }, "months"),
      sides: [
        { approach: "rag", fixed: 0, perUnit: values.ragUsdPerQuery * values.queriesPerMonth },
        {
          approach: "fine-tune",
          fixed: values.trainingUsd,
          perUnit: values.ftUsdPerQuery * values.queriesPerMonth,
        },
      ],
    },
  ];
}

export const headToHead: Preset = definePreset({
  id: "s1-head-to-head",
  title: "A price per query against a price of training",
  source: "S1:176",
  inputs,
  compute(values) {
    return {
      lines: [
        line({
          id: "rag-monthly",
          label: "Retrieval: the month",
          unit: "USD/month",
          value: values.ragUsdPerQuery * values.queriesPerMonth,
          source: "S1:176",
        }),
        line({
          id: "ft-monthly",
          label: "Tuned: serving, the month",
          unit: "USD/month",
          value: values.ftUsdPerQuery * values.queriesPerMonth,
          source: "S1:176",
        }),
        line({
          id: "payback-queries-least",
          label: "Queries that earn the least training back at the dearest query, serving free",
          unit: "queries",
          value: ends.training[0] / ends.perQuery[1],
          source: "S1:176",
        }),
        line({
          id: "payback-queries-most",
          label: "Queries that earn the most training back at the cheapest query, serving free",
          unit: "queries",
          value: ends.training[1] / ends.perQuery[0],
          source: "S1:176",
        }),
      ],
      breakEvens: breakEvens(values),
      notes: [
        "From the printed ends alone the pay-back lies between 5,000 and 5,000,000 queries, a factor of 1,000: the line cannot decide a case.",
        "Serving is named without an amount, and at ten million calls a month (S1:156) it is the larger part.",
      ],
    };
  },
});
