/**
 * Compliance checks at 80,000 queries a day: what a tuned model saves in input tokens once it no longer needs long
 * instructions (S0:336, S0:381). The source gives tokens and volume; the price of a token is an assumption.
 */
import { crossing, type BreakEvenOver } from "../break-even.ts";
import type { InputSpec } from "../input.ts";
import { line } from "../line.ts";
import { definePreset, type Preset } from "../preset.ts";
import { daysPerMonth } from "./document-qa/retrieval-bill.ts";
import { trainingInputs } from "./document-qa/training-bill.ts";

const inputs = {
  queriesPerDay: {
    label: "Queries",
    unit: "queries/day",
    default: 80_000,
    min: 1,
    max: 1e9,
    whole: true,
    source: "S0:381",
  },
  baseTokensPerQuery: {
    label: "Input tokens a query, base model with its instructions",
    unit: "tokens/query",
    default: 3200,
    min: 1,
    max: 1e7,
    source: "S0:381",
  },
  tunedTokensPerQuery: {
    label: "Input tokens a query, tuned model with context only",
    unit: "tokens/query",
    default: 1100,
    min: 1,
    max: 1e7,
    source: "S0:381",
    conflicts: [{ value: 1200, says: "four passages of about 300 tokens alone", source: "S0:174" }],
  },
  inputUsdPerMillionTokens: {
    label: "Base model's input",
    unit: "USD/1M tokens",
    default: 0.15,
    min: 0.001,
    max: 1000,
    source: null,
    basis: "an assumed price for a small hosted model; the source gives none",
  },
  tunedPriceMultiple: {
    label: "Tuned model's price over the base model's",
    unit: "times",
    default: 1,
    min: 0.01,
    max: 100,
    source: null,
    basis: "equal prices, which the source does not claim; hosted tuned models often cost more",
  },
  trainingRunUsd: trainingInputs.trainingRunUsd,
} as const satisfies Record<string, InputSpec>;

type ComplianceValues = Record<keyof typeof inputs, number>;

function monthlyBills(values: ComplianceValues) {
  const millions = (values.queriesPerDay * daysPerMonth) / 1e6;
  const base = millions * values.baseTokensPerQuery * values.inputUsdPerMillionTokens;
  const tunedAtSamePrice = millions * values.tunedTokensPerQuery * values.inputUsdPerMillionTokens;
  return { base, tunedAtSamePrice, tuned: tunedAtSamePrice * values.tunedPriceMultiple };
}

type Bills = ReturnType<typeof monthlyBills>;

function complianceLines(values: ComplianceValues, { base, tuned, tunedAtSamePrice }: Bills) {
  const saved = values.baseTokensPerQuery - values.tunedTokensPerQuery;
  const perDay = saved * values.queriesPerDay;
  const usd = { unit: "USD/month", source: "S0:381" };
  return [
    line({
      id: "token-cut",
      label: "Fewer input tokens a query",
      unit: "%",
      value: (saved / values.baseTokensPerQuery) * 100,
      source: "S0:381",
    }),
    line({ id: "tokens-saved-day", label: "Tokens saved", unit: "tokens/day", value: perDay, source: "S0:381" }),
    line({
      id: "tokens-saved-month",
      label: "Tokens saved in 30 days",
      unit: "tokens/month",
      value: perDay * daysPerMonth,
      source: "S0:381",
    }),
    line({ ...usd, id: "base-llm", label: "Base model: input tokens", value: base }),
    line({ ...usd, id: "tuned-llm", label: "Tuned model: input tokens", value: tuned }),
    line({ ...usd, id: "saving", label: "Saved with the tuned model", value: base - tuned }),
    line({
      ...usd,
      id: "tuned-llm-double",
      label: "Tuned model: input tokens at twice the base price",
      value: 2 * tunedAtSamePrice,
    }),
    line({
      ...usd,
      id: "saving-double",
      label: "Saved with the tuned model at twice the base price",
      value: base - 2 * tunedAtSamePrice,
    }),
  ];
}

function breakEvens(values: ComplianceValues, bills: Bills): [BreakEvenOver, ...BreakEvenOver[]] {
  const base = { approach: "rag", fixed: bills.base, perUnit: 0 } as const;
  return [
    crossing({
      over: "tuned price over base price",
      unit: "times the base price",
      input: "tunedPriceMultiple",
      sides: [{ approach: "hybrid", fixed: 0, perUnit: bills.tunedAtSamePrice }, base],
    }),
    crossing({
      over: "retrains per month",
      unit: "retrains per month",
      sides: [{ approach: "hybrid", fixed: bills.tuned, perUnit: values.trainingRunUsd }, base],
    }),
  ];
}

export const compliance: Preset = definePreset({
  id: "s0-compliance",
  title: "Compliance checks: long instructions against a tuned model",
  source: "S0:381",
  inputs,
  compute(values) {
    const bills = monthlyBills(values);
    return {
      lines: complianceLines(values, bills),
      breakEvens: breakEvens(values, bills),
      notes: [
        "The source calls the saving meaningful and prints no amount (S0:381). At an assumed $0.15 a million and equal prices it is $756 a month; at twice the price for the tuned model, $360.",
        "Both sides retrieve; only the instructions go. With the same price the tuned side stays cheaper until its tokens cost 2.91 times as much.",
        "1,100 tokens are few for regulation text, policy and question: four passages of about 300 tokens are 1,200 already (S0:174, S0:385).",
        "Output tokens, retrieval and the work on examples are the same or unknown, and left out.",
      ],
    };
  },
});
