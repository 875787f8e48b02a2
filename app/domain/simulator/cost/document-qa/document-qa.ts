/**
 * Document question answering at 50,000 queries a day, retrieval against a tuned model behind a vendor's API: the cost
 * table of S0:31-43 with every line recomputed from its own inputs.
 */
import { crossing, solvePayback, type BreakEvenOver } from "../../break-even.ts";
import { definePreset, type Preset } from "../../preset.ts";
import { documentQaBills, documentQaInputs, type DocumentQaBills, type DocumentQaValues } from "./document-qa-bills.ts";
import { documentQaLines } from "./document-qa-lines.ts";

function breakEvens(values: DocumentQaValues, bills: DocumentQaBills): [BreakEvenOver, ...BreakEvenOver[]] {
  const { rag, ftModel, ftTotal, upkeep, ftPerDailyQuery, ragStart } = bills;
  const hours = values.upkeepHoursPerMonth * values.usdPerHour;
  return [
    crossing({
      over: "retrains per month",
      unit: "retrains per month",
      input: "retrainsPerMonth",
      sides: [
        { approach: "fine-tune", fixed: ftModel + hours, perUnit: values.trainingRunUsd },
        { approach: "rag", fixed: rag.total, perUnit: 0 },
      ],
    }),
    crossing({
      over: "queries per day",
      unit: "queries per day",
      input: "queriesPerDay",
      sides: [
        { approach: "fine-tune", fixed: upkeep, perUnit: ftPerDailyQuery },
        { approach: "rag", fixed: rag.fixed, perUnit: rag.perDailyQuery },
      ],
    }),
    {
      over: "months until the first training run is earned back",
      breakEven: solvePayback(
        { approach: "fine-tune", outlay: values.trainingRunUsd - ragStart, savingPerUnit: rag.total - ftTotal },
        "months",
      ),
      sides: [
        { approach: "fine-tune", fixed: values.trainingRunUsd, perUnit: ftTotal },
        { approach: "rag", fixed: ragStart, perUnit: rag.total },
      ],
    },
  ];
}

export const documentQa: Preset = definePreset({
  id: "s0-document-qa",
  title: "Document question answering, tuned model behind an API",
  source: "S0:31-43",
  inputs: documentQaInputs,
  compute(values) {
    const bills = documentQaBills(values);
    return {
      lines: documentQaLines(values, bills),
      breakEvens: breakEvens(values, bills),
      notes: [
        "Query embeddings: 50,000 a day at $0.00002 are $1 a day and $30 a month. The print has about $340, 11.3 times as much, so its total of $1,630 becomes $1,320 (S0:35, S0:40).",
        "Tokens a query differ 3.5 times and the bills 2.19 times, which implies $0.298 a million on one side and $0.478 on the other. The study gives no price and no split into input and output (S0:37-38).",
        "One training run is $800 to $2,400 here and $3 to $5 in another place of the same article; whether the larger amount holds the preparation of examples is not stated (S0:34, S0:159).",
        "The tuned side is billed at an API's price and has no hosting, although the article trains an adapter that somebody must host (S0:38, S0:56). The preset s0-document-qa-self-hosted counts the hosting.",
        "Lines marked 'as printed' add up the print's own figures, so that both readings can be compared.",
      ],
    };
  },
});
