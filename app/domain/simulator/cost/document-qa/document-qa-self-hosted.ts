/**
 * The same document question answering with the tuned model on a GPU of one's own, which is what the adapter trained in
 * S0:56-159 needs and the cost table leaves out. The hour's price is the one that S0:159 implies for training.
 */
import { crossing, type BreakEvenOver } from "../../break-even.ts";
import type { InputSpec } from "../../input.ts";
import { line } from "../../line.ts";
import { definePreset, type Preset } from "../../preset.ts";
import { daysPerMonth, retrievalBill, retrievalInputs, retrievalLines, type RetrievalBill } from "./retrieval-bill.ts";
import { trainingInputs, upkeepUsd } from "./training-bill.ts";

const inputs = {
  ...retrievalInputs,
  ...trainingInputs,
  gpus: {
    label: "GPUs that serve the tuned model",
    unit: "GPUs",
    default: 1,
    min: 1,
    max: 10_000,
    whole: true,
    source: "S0:158",
    basis: "the article trains on one; what it serves on is not stated",
  },
  usdPerGpuHour: {
    label: "An hour of a GPU",
    unit: "USD/hour",
    default: 4,
    min: 0.01,
    max: 1000,
    source: "S0:159",
    basis: "implied: $3 for 45 minutes",
    conflicts: [{ value: 5 / 0.75, says: "$5 for 45 minutes", source: "S0:159" }],
  },
} as const satisfies Record<string, InputSpec>;

function breakEvens(rag: RetrievalBill, ft: { hosting: number; upkeep: number; runUsd: number }) {
  const overVolume: BreakEvenOver = crossing({
    over: "queries per day",
    unit: "queries per day",
    input: "queriesPerDay",
    sides: [
      { approach: "fine-tune", fixed: ft.hosting + ft.upkeep, perUnit: 0 },
      { approach: "rag", fixed: rag.fixed, perUnit: rag.perDailyQuery },
    ],
  });
  const overRetrains: BreakEvenOver = crossing({
    over: "more retrains per month",
    unit: "more retrains per month",
    sides: [
      { approach: "fine-tune", fixed: ft.hosting + ft.upkeep, perUnit: ft.runUsd },
      { approach: "rag", fixed: rag.total, perUnit: 0 },
    ],
  });
  return [overVolume, overRetrains] as const;
}

export const documentQaSelfHosted: Preset = definePreset({
  id: "s0-document-qa-self-hosted",
  title: "Document question answering, tuned model on a GPU of one's own",
  source: "S0:31-43",
  inputs,
  compute(values) {
    const rag = retrievalBill(values);
    const hosting = values.gpus * values.usdPerGpuHour * 24 * daysPerMonth;
    const upkeep = upkeepUsd(values);
    return {
      lines: [
        ...retrievalLines(values, rag),
        line({ id: "ft-hosting", label: "Tuned: GPUs all month", unit: "USD/month", value: hosting, source: "S0:159" }),
        line({
          id: "ft-monthly",
          label: "Tuned: the month, retraining as set",
          unit: "USD/month",
          value: hosting + upkeep,
          printed: 430,
          source: "S0:40",
        }),
        line({
          id: "gap",
          label: "Retrieval's month less the tuned model's",
          unit: "USD/month",
          value: rag.total - hosting - upkeep,
          source: "S0:40",
        }),
      ],
      breakEvens: breakEvens(rag, { hosting, upkeep, runUsd: values.trainingRunUsd }),
      notes: [
        "The print bills the tuned model by tokens and has no hosting (S0:38). A GPU that runs all month costs the same at any volume, so volume decides: this is the case in which a threshold of queries a day, such as S0:325 has, makes sense.",
        "One GPU is taken to keep up with any volume, which flatters the tuned side where volume is high; the article measures no throughput.",
        "Query embeddings are $30 a month from the study's own inputs, not about $340 (S0:35).",
      ],
    };
  },
});
