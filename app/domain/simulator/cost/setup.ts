/**
 * What each side costs before its first answer, from the set-up table and code of S2:60-97, and when the outlay for a
 * tuned model comes back at the prices per query of S2:115-121.
 */
import { solvePayback, type BreakEvenOver } from "../break-even.ts";
import type { InputSpec } from "../input.ts";
import { definePreset, type Preset } from "../preset.ts";
import { perQueryInputs } from "./per-query-prices.ts";
import { setupLines, type SetupCosts } from "./setup-lines.ts";

const inputs = {
  documents: {
    label: "Documents",
    unit: "documents",
    default: 10_000,
    min: 1,
    max: 1e10,
    whole: true,
    source: "S2:73",
  },
  tokensPerDocument: {
    label: "Tokens a document",
    unit: "tokens/document",
    default: 1000,
    min: 1,
    max: 1e7,
    source: "S2:74",
  },
  embeddingUsdPerMillionTokens: {
    label: "Embedding",
    unit: "USD/1M tokens",
    default: 0.02,
    min: 0,
    max: 100,
    source: "S2:77",
  },
  storageUsdPerDay: { label: "Storing the vectors", unit: "USD/day", default: 0.1, min: 0, max: 1e5, source: "S2:81" },
  trainingTokens: {
    label: "Training tokens",
    unit: "tokens",
    default: 1e6,
    min: 1,
    max: 1e13,
    whole: true,
    source: "S2:89",
  },
  trainingUsdPerMillionTokens: {
    label: "Training",
    unit: "USD/1M tokens",
    default: 8,
    min: 0,
    max: 1000,
    source: "S2:90",
    basis: "the comment calls it the price of training; third parties list $8 as that model's price for output",
  },
  preparationHours: {
    label: "Preparing examples",
    unit: "hours",
    default: 50,
    min: 0,
    max: 1e5,
    source: "S2:65",
    spread: { low: 50, high: 500, source: "S2:65" },
  },
  usdPerHour: { label: "An hour of work", unit: "USD/hour", default: 50, min: 0, max: 10_000, source: "S2:96" },
  ...perQueryInputs,
} as const satisfies Record<string, InputSpec>;

type SetupValues = Record<keyof typeof inputs, number>;

function setupCosts(values: SetupValues): SetupCosts {
  const tokens = values.documents * values.tokensPerDocument;
  const training = (values.trainingTokens / 1e6) * values.trainingUsdPerMillionTokens;
  return {
    tokens,
    training,
    embedding: (tokens / 1e6) * values.embeddingUsdPerMillionTokens,
    storage: values.storageUsdPerDay * 30,
    labour: values.preparationHours * values.usdPerHour,
    labourHigh: inputs.preparationHours.spread.high * values.usdPerHour,
    saving: {
      perQuery: values.ragUsdPerQuery - values.ftUsdPerQuery,
      fixed: values.ragUsdPerMonth - values.ftUsdPerMonth,
    },
  };
}

function breakEvens(values: SetupValues, costs: SetupCosts): [BreakEvenOver, ...BreakEvenOver[]] {
  const outlay = costs.labour + costs.training;
  const { perQuery, fixed } = costs.saving;
  return [
    {
      over: "queries in the first month",
      breakEven: solvePayback(
        { approach: "fine-tune", outlay: outlay - fixed, savingPerUnit: perQuery },
        "queries in the first month",
      ),
      input: "queriesPerMonth",
      sides: [
        { approach: "rag", fixed: values.ragUsdPerMonth, perUnit: values.ragUsdPerQuery },
        { approach: "fine-tune", fixed: outlay + values.ftUsdPerMonth, perUnit: values.ftUsdPerQuery },
      ],
    },
    {
      over: "months",
      breakEven: solvePayback(
        { approach: "fine-tune", outlay, savingPerUnit: perQuery * values.queriesPerMonth + fixed },
        "months",
      ),
      sides: [
        { approach: "rag", fixed: 0, perUnit: values.ragUsdPerQuery * values.queriesPerMonth + values.ragUsdPerMonth },
        {
          approach: "fine-tune",
          fixed: outlay,
          perUnit: values.ftUsdPerQuery * values.queriesPerMonth + values.ftUsdPerMonth,
        },
      ],
    },
  ];
}

export const setup: Preset = definePreset({
  id: "s2-setup",
  title: "Before the first answer: embedding against examples and training",
  source: "S2:60-97",
  inputs,
  compute(values) {
    const costs = setupCosts(values);
    return {
      lines: setupLines(costs),
      breakEvens: breakEvens(values, costs),
      notes: [
        "10,000 documents of 1,000 tokens are 10 million tokens; the comment above the code says about 1 million (S2:72, S2:75).",
        "Embedding comes to $0.20 in the code and about $10 in the table, 50 times as much; $10 at this price would be 50,000 tokens a page (S2:64, S2:79).",
        "Storage appears three times: $3.00 a month here, $50 to $500 in the table, $100 in the comparison code (S2:83, S2:67, S2:116).",
        "Compute is $8.00 in the code and $100 to $10,000 and more in the table (S2:93, S2:66). $8 a million is listed elsewhere as the price of that model's output, not of training: check it with the vendor.",
        "The outlay is labour and training. The page promises a break-even that depends on volume (S2:144) and its code has no outlay in it; here it has.",
        "Retrieval's own outlay, embedding the documents, is left out of the pay-back: it is cents.",
      ],
    };
  },
});
