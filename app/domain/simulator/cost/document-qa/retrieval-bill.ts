/**
 * The monthly bill of retrieval in the document question-answering study (S0:31-43): its inputs, and what they come to.
 * The prices of tokens are the ones that the printed bills imply, because the study gives no price.
 */
import type { InputSpec } from "../../input.ts";
import { line, type Line } from "../../line.ts";
import { volumeThresholds } from "../volume-thresholds.ts";

export const daysPerMonth = 30;

/** The bills of S0:35-40, in dollars a month. */
export const printedUsd = { embedding: 340, vectorDb: 200, ragModel: 940, reranker: 150, rag: 1630, ft: 430 };

/** A month's dollars over a month's million tokens, at 50,000 queries a day. */
export const impliedUsdPerMillionTokens = { rag: 940 / 3150, ft: 430 / 900 };

export const retrievalInputs = {
  queriesPerDay: {
    label: "Queries",
    unit: "queries/day",
    default: 50_000,
    min: 1,
    max: 1e9,
    whole: true,
    source: "S0:31",
    thresholds: volumeThresholds.perDay,
  },
  embeddingUsdPerQuery: {
    label: "Embedding one query",
    unit: "USD/query",
    default: 0.00002,
    min: 0,
    max: 1,
    source: "S0:35",
  },
  vectorDbUsdPerMonth: {
    label: "Vector database",
    unit: "USD/month",
    default: 200,
    min: 0,
    max: 1e6,
    source: "S0:36",
    conflicts: [
      { value: 3, says: "one gigabyte at $0.10 a day", source: "S2:83" },
      { value: 100, says: "the flat amount in the comparison code", source: "S2:116" },
    ],
    spread: { low: 50, high: 500, source: "S2:67" },
  },
  rerankerUsdPerMonth: { label: "Reranker", unit: "USD/month", default: 150, min: 0, max: 1e6, source: "S0:39" },
  ragTokensPerQuery: {
    label: "Tokens a query, with retrieved context",
    unit: "tokens/query",
    default: 2100,
    min: 1,
    max: 1e7,
    source: "S0:37",
    conflicts: [{ value: 4000, says: "about 4K tokens of context", source: "S2:104" }],
  },
  ragUsdPerMillionTokens: {
    label: "Model behind retrieval",
    unit: "USD/1M tokens",
    default: impliedUsdPerMillionTokens.rag,
    min: 0.001,
    max: 1000,
    source: "S0:37-38",
    basis: "implied: $940 over 3,150M tokens a month",
  },
} as const satisfies Record<string, InputSpec>;

export type RetrievalValues = Record<keyof typeof retrievalInputs, number>;

export type RetrievalBill = {
  embedding: number;
  model: number;
  /** What does not depend on volume: database and reranker. */
  fixed: number;
  /** What each query a day adds to a month. */
  perDailyQuery: number;
  total: number;
};

/** Dollars a month. */
export function retrievalBill(values: RetrievalValues): RetrievalBill {
  const perQuery = (values.ragTokensPerQuery * values.ragUsdPerMillionTokens) / 1e6;
  const queries = values.queriesPerDay * daysPerMonth;
  const embedding = queries * values.embeddingUsdPerQuery;
  const model = queries * perQuery;
  const fixed = values.vectorDbUsdPerMonth + values.rerankerUsdPerMonth;
  const perDailyQuery = daysPerMonth * (perQuery + values.embeddingUsdPerQuery);
  return { embedding, model, fixed, perDailyQuery, total: fixed + embedding + model };
}

export function retrievalLines(values: RetrievalValues, bill: RetrievalBill): Line[] {
  const unit = "USD/month";
  const printed = printedUsd;
  return [
    line({
      id: "rag-embedding",
      label: "Retrieval: embedding the queries",
      unit,
      value: bill.embedding,
      printed: printed.embedding,
      source: "S0:35",
    }),
    line({
      id: "rag-vector-db",
      label: "Retrieval: vector database",
      unit,
      value: values.vectorDbUsdPerMonth,
      printed: printed.vectorDb,
      source: "S0:36",
    }),
    line({
      id: "rag-llm",
      label: "Retrieval: model tokens",
      unit,
      value: bill.model,
      printed: printed.ragModel,
      source: "S0:38",
    }),
    line({
      id: "rag-reranker",
      label: "Retrieval: reranker",
      unit,
      value: values.rerankerUsdPerMonth,
      printed: printed.reranker,
      source: "S0:39",
    }),
    line({
      id: "rag-monthly",
      label: "Retrieval: the month",
      unit,
      value: bill.total,
      printed: printed.rag,
      source: "S0:40",
    }),
  ];
}
