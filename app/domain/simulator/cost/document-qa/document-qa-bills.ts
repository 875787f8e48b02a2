/**
 * The two bills of the document question-answering study (S0:31-43): inputs, and what a month and a start come to.
 */
import type { InputSpec } from "../../input.ts";
import { daysPerMonth, impliedUsdPerMillionTokens, retrievalBill, retrievalInputs } from "./retrieval-bill.ts";
import { trainingInputs, upkeepUsd } from "./training-bill.ts";

export const documentQaInputs = {
  ...retrievalInputs,
  documents: {
    label: "Documents to index",
    unit: "documents",
    default: 500_000,
    min: 1,
    max: 1e10,
    whole: true,
    source: "S0:34",
  },
  embeddingUsdPerDocument: {
    label: "Embedding one document",
    unit: "USD/document",
    default: 0.00024,
    min: 0,
    max: 10,
    source: "S0:34",
    basis: "implied: $120 over 500,000 documents, or 12,000 tokens each at $0.02 a million",
    conflicts: [
      { value: 0.00002, says: "1,000 tokens a document: $0.20 for 10,000", source: "S2:79" },
      { value: 0.001, says: "about $10 for 10,000 pages", source: "S2:64" },
    ],
  },
  ftTokensPerQuery: {
    label: "Tokens a query, tuned model",
    unit: "tokens/query",
    default: 600,
    min: 1,
    max: 1e7,
    source: "S0:37",
    conflicts: [{ value: 500, says: "about 500 tokens", source: "S2:104" }],
  },
  ftUsdPerMillionTokens: {
    label: "Tuned model",
    unit: "USD/1M tokens",
    default: impliedUsdPerMillionTokens.ft,
    min: 0.001,
    max: 1000,
    source: "S0:37-38",
    basis: "implied: $430 over 900M tokens a month",
  },
  ...trainingInputs,
  cacheHitShare: {
    label: "Queries answered from a cache",
    unit: "share from 0 to 1",
    default: 0.55,
    min: 0,
    max: 1,
    source: "S0:54",
    basis: "only the line for the cached bill uses it; the study's table has no cache",
  },
} as const satisfies Record<string, InputSpec>;

export type DocumentQaValues = Record<keyof typeof documentQaInputs, number>;

/** Both bills in dollars a month, and what starts each side. */
export function documentQaBills(values: DocumentQaValues) {
  const rag = retrievalBill(values);
  const queries = values.queriesPerDay * daysPerMonth;
  const ftPerQuery = (values.ftTokensPerQuery * values.ftUsdPerMillionTokens) / 1e6;
  const ftModel = queries * ftPerQuery;
  const upkeep = upkeepUsd(values);
  return {
    rag,
    queries,
    ftModel,
    upkeep,
    ftTotal: ftModel + upkeep,
    ftPerDailyQuery: daysPerMonth * ftPerQuery,
    ragStart: values.documents * values.embeddingUsdPerDocument,
  };
}

export type DocumentQaBills = ReturnType<typeof documentQaBills>;
