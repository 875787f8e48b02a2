/**
 * Document question answering at 50,000 queries a day: what retrieval costs a month, against a tuned model that has to
 * be trained again every so often. Lines and prices as printed in S0:34-42, where engineering time is left out; the
 * line for query embeddings is also recomputed from its own inputs, which the printed sum does not follow.
 */
import type { Source } from "../scenarios/schema.ts";

export const queriesPerDay = 50_000;
const embeddingUsdPerQuery = 0.00002;
const daysPerMonth = 30;

/** One line of the monthly bill of retrieval; `computedUsd` differs from `printedUsd` where the inputs contradict it. */
export type CostLine = { label: string; inputs: string; printedUsd: number; computedUsd: number; source: Source };

export const retrievalLines: readonly CostLine[] = [
  {
    label: "Query embeddings",
    inputs: "50,000 × $0.00002 × 30 days",
    printedUsd: 340,
    computedUsd: queriesPerDay * embeddingUsdPerQuery * daysPerMonth,
    source: "S0:35",
  },
  { label: "Vector database", inputs: "flat", printedUsd: 200, computedUsd: 200, source: "S0:36" },
  { label: "Model tokens", inputs: "2,100 a query", printedUsd: 940, computedUsd: 940, source: "S0:37-38" },
  { label: "Reranker", inputs: "self-hosted, flat", printedUsd: 150, computedUsd: 150, source: "S0:39" },
];

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

export const printedRetrievalUsd = sum(retrievalLines.map((line) => line.printedUsd));
export const retrievalUsd = sum(retrievalLines.map((line) => line.computedUsd));

/** The tuned model's tokens, 600 a query (S0:37-38); it has no other monthly line. */
export const tunedTokensUsd = 430;
/** The lower end of the printed $800 to $2,400 a training run (S0:34, S0:42). */
export const trainingRunUsd = 800;

/** Once a week, in runs a month: the most often the source speaks of. */
export const weeklyRetrains = 52 / 12;

export function tunedUsd(retrainsPerMonth: number): number {
  return tunedTokensUsd + retrainsPerMonth * trainingRunUsd;
}

/** Retrains a month at which the tuned model costs as much as a retrieval bill of so many dollars. */
export function breakEvenRetrains(retrievalBillUsd: number): number {
  return (retrievalBillUsd - tunedTokensUsd) / trainingRunUsd;
}

/** Less than half of one step of 0.1 retrains: below this nobody would decide by cost. */
const levelWithinUsd = trainingRunUsd / 20;

export type Weighing = { ragUsd: number; tunedUsd: number; cheaper: "rag" | "fine-tune" | "level"; byUsd: number };

/** Both monthly bills at so many retrains, and which is smaller by how much. */
export function weigh(retrainsPerMonth: number): Weighing {
  const tuned = tunedUsd(retrainsPerMonth);
  const byUsd = Math.abs(tuned - retrievalUsd);
  const cheaper = byUsd < levelWithinUsd ? "level" : tuned > retrievalUsd ? "rag" : "fine-tune";
  return { ragUsd: retrievalUsd, tunedUsd: tuned, cheaper, byUsd };
}
