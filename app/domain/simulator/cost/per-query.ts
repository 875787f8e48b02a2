/**
 * One query at a time: the table of S2:99-106 recomputed from its own token counts. List prices of the model are not in
 * the source; the ones here are third parties' lists, which the reader can change.
 */
import { crossing } from "../break-even.ts";
import type { InputSpec } from "../input.ts";
import { line, type Line } from "../line.ts";
import { definePreset, type Preset } from "../preset.ts";
import { volumeThresholds } from "./volume-thresholds.ts";

const inputs = {
  ragInputTokens: {
    label: "Input tokens, with retrieved context",
    unit: "tokens/query",
    default: 4000,
    min: 1,
    max: 1e7,
    source: "S2:104",
    conflicts: [{ value: 2100, says: "average with retrieved context", source: "S0:37" }],
  },
  ftInputTokens: {
    label: "Input tokens, tuned model",
    unit: "tokens/query",
    default: 500,
    min: 1,
    max: 1e7,
    source: "S2:104",
    conflicts: [{ value: 600, says: "average with a short prompt", source: "S0:37" }],
  },
  outputTokens: {
    label: "Output tokens",
    unit: "tokens/query",
    default: 500,
    min: 0,
    max: 1e6,
    source: null,
    basis: "an assumption: the table counts no output",
  },
  inputUsdPerMillionTokens: {
    label: "Input",
    unit: "USD/1M tokens",
    default: 2,
    min: 0.001,
    max: 1000,
    source: null,
    basis: "as third parties list GPT-4.1",
  },
  outputUsdPerMillionTokens: {
    label: "Output",
    unit: "USD/1M tokens",
    default: 8,
    min: 0,
    max: 1000,
    source: null,
    basis: "as third parties list GPT-4.1; the page has the same $8 as a price of training (S2:90)",
  },
  retrievalUsd: {
    label: "Retrieval",
    unit: "USD/query",
    default: 0.001,
    min: 0,
    max: 10,
    source: "S2:103",
    spread: { low: 0.001, high: 0.01, source: "S2:103" },
  },
  queriesPerMonth: {
    label: "Queries",
    unit: "queries/month",
    default: 10_000,
    min: 1,
    max: 1e11,
    whole: true,
    source: "S2:131",
    thresholds: volumeThresholds.perMonth,
  },
} as const satisfies Record<string, InputSpec>;

type PerQueryValues = Record<keyof typeof inputs, number>;

type Cost = { id: string; label: string; value: number; printed: [low: number, high: number]; source: string };

/** The same result against both ends of a printed range. */
function againstBothEnds({ printed, ...cost }: Cost): Line[] {
  return [
    line({ ...cost, unit: "USD/query", printed: printed[0] }),
    line({ ...cost, unit: "USD/query", id: `${cost.id}-high`, label: `${cost.label}, upper end`, printed: printed[1] }),
  ];
}

function perQueryCosts(values: PerQueryValues) {
  const written = values.outputTokens * values.outputUsdPerMillionTokens;
  const model = (tokens: number) => (tokens * values.inputUsdPerMillionTokens + written) / 1e6;
  return { rag: model(values.ragInputTokens), ft: model(values.ftInputTokens) };
}

function perQueryLines(values: PerQueryValues): Line[] {
  const model = perQueryCosts(values);
  const total = model.rag + values.retrievalUsd;
  return [
    ...againstBothEnds({
      id: "rag-llm",
      label: "Retrieval: the model",
      value: model.rag,
      printed: [0.08, 0.2],
      source: "S2:105",
    }),
    ...againstBothEnds({
      id: "ft-llm",
      label: "Tuned: the model",
      value: model.ft,
      printed: [0.01, 0.05],
      source: "S2:105",
    }),
    ...againstBothEnds({
      id: "rag-total",
      label: "Retrieval: the query",
      value: total,
      printed: [0.08, 0.21],
      source: "S2:106",
    }),
    ...againstBothEnds({
      id: "ft-total",
      label: "Tuned: the query",
      value: model.ft,
      printed: [0.01, 0.05],
      source: "S2:106",
    }),
    ...monthLines(values, { rag: total, ft: model.ft }),
    ...impliedLines(values.ragInputTokens),
  ];
}

function monthLines({ queriesPerMonth }: PerQueryValues, perQueryUsd: { rag: number; ft: number }): Line[] {
  return [
    line({
      id: "rag-monthly",
      label: "Retrieval: the month",
      unit: "USD/month",
      value: perQueryUsd.rag * queriesPerMonth,
      source: "S2:106",
    }),
    line({
      id: "ft-monthly",
      label: "Tuned: the month",
      unit: "USD/month",
      value: perQueryUsd.ft * queriesPerMonth,
      source: "S2:106",
    }),
  ];
}

/** What a token would have to cost for the printed ends. */
function impliedLines(ragInputTokens: number): Line[] {
  const implied = { unit: "USD/1M tokens", source: "S2:104-105" };
  return [
    line({
      ...implied,
      id: "implied-low",
      label: "Price of a token that $0.08 implies",
      value: (0.08 / ragInputTokens) * 1e6,
    }),
    line({
      ...implied,
      id: "implied-high",
      label: "Price of a token that $0.20 implies",
      value: (0.2 / ragInputTokens) * 1e6,
    }),
  ];
}

export const perQuery: Preset = definePreset({
  id: "s2-per-query",
  title: "One query, from its tokens",
  source: "S2:99-106",
  inputs,
  compute(values) {
    const model = perQueryCosts(values);
    const overVolume = crossing({
      over: "queries per month",
      unit: "queries per month",
      input: "queriesPerMonth",
      sides: [
        { approach: "rag", fixed: 0, perUnit: model.rag + values.retrievalUsd },
        { approach: "fine-tune", fixed: 0, perUnit: model.ft },
      ],
    });
    return {
      lines: perQueryLines(values),
      breakEvens: [overVolume],
      notes: [
        "About 4,000 tokens for $0.08 to $0.20 means $20 to $50 a million. At $2 in and $8 out, with 500 tokens of output, it is $0.012: the print is 7 to 17 times as high (S2:104-105).",
        "The tuned side comes to $0.005 against a printed $0.01 to $0.05. Both sides are taken at the same price; tuned models are often billed higher.",
        "Other sources print other amounts for a query with retrieval: $0.00109 follows from S0:40 at 1.5M queries a month, $0.01 to $0.10 stands in S1:176. The extremes are 193 times apart.",
        "Neither side has a fixed amount here, so volume alone never changes who is cheaper.",
      ],
    };
  },
});
