/**
 * The results of the document question-answering study, line by line: the two bills, what retraining does to the gap
 * between them, a year, a query, and the readings that the printed total gives instead.
 */
import { line, type Line } from "../../line.ts";
import type { DocumentQaBills, DocumentQaValues } from "./document-qa-bills.ts";
import { printedUsd, retrievalLines } from "./retrieval-bill.ts";
import { dearestRunUsd, weeklyRetrains } from "./training-bill.ts";

type Row = [id: string, label: string, value: number];

const printedRagUsd = printedUsd.embedding + printedUsd.vectorDb + printedUsd.ragModel + printedUsd.reranker;
/** As it is told in labels. */
const told = dearestRunUsd.toLocaleString("en");
const printedGapUsd = printedRagUsd - printedUsd.ft;

export function documentQaLines(values: DocumentQaValues, bills: DocumentQaBills): Line[] {
  return [
    line({
      id: "rag-index",
      label: "Retrieval: embedding the documents once",
      unit: "USD",
      value: bills.ragStart,
      printed: 120,
      source: "S0:34",
    }),
    ...retrievalLines(values, bills.rag),
    ...tunedLines(values, bills),
    line({
      id: "rag-monthly-as-printed",
      label: "Retrieval: the printed lines added up",
      unit: "USD/month",
      value: printedRagUsd,
      printed: printedUsd.rag,
      source: "S0:40",
    }),
    ...balanceLines(values, bills),
    ...retrainedLines(values, bills),
    ...yearLines(values, bills),
    ...queryLines(values, bills),
  ];
}

const rows = (unit: string, source: Line["source"], all: readonly Row[]): Line[] =>
  all.map(([id, label, value]) => line({ id, label, unit, value, source }));

function tunedLines(values: DocumentQaValues, { ftModel, ftTotal }: DocumentQaBills): Line[] {
  const once = { unit: "USD", source: "S0:34" };
  const monthly = { unit: "USD/month", printed: printedUsd.ft };
  return [
    line({ ...once, id: "ft-training", label: "Tuned: one training run", value: values.trainingRunUsd, printed: 800 }),
    line({
      ...once,
      id: "ft-training-high",
      label: "Tuned: one training run, upper end of the print",
      value: dearestRunUsd,
      printed: dearestRunUsd,
    }),
    line({ ...monthly, id: "ft-llm", label: "Tuned: model tokens", value: ftModel, source: "S0:38" }),
    line({
      ...monthly,
      id: "ft-monthly",
      label: "Tuned: the month, retraining as set",
      value: ftTotal,
      source: "S0:40",
    }),
  ];
}

/** How many runs a month a gap pays for; none where there is no gap or a run is free. */
function balanceLines(values: DocumentQaValues, { rag, ftModel }: DocumentQaBills): Line[] {
  const gap = rag.total - ftModel - values.upkeepHoursPerMonth * values.usdPerHour;
  const balances: Row[] = [
    ["balance-retrains-high", `Retrains that use up the gap, at $${told} a run`, gap / dearestRunUsd],
    [
      "balance-retrains-as-printed-high",
      `The same from the printed total, at $${told} a run`,
      printedGapUsd / dearestRunUsd,
    ],
  ];
  if (values.trainingRunUsd > 0) {
    const run = values.trainingRunUsd;
    balances.unshift(
      ["balance-retrains", "Retrains that use up the gap", gap / run],
      ["balance-retrains-as-printed", "The same from the printed total", printedGapUsd / run],
    );
  }
  return [
    ...rows("USD/month", "S0:40", [
      ["gap", "Gap between the bills, before any retraining", gap],
      ["gap-as-printed", "Gap between the printed bills", printedGapUsd],
    ]),
    ...rows(
      "retrains/month",
      "S0:40-42",
      balances.filter(([, , value]) => value >= 0),
    ),
  ];
}

function retrainedLines(values: DocumentQaValues, { ftModel }: DocumentQaBills): Line[] {
  const bill = (runs: number, runUsd: number) =>
    ftModel + values.upkeepHoursPerMonth * values.usdPerHour + runs * runUsd;
  const dear = `at $${told} a run`;
  return rows("USD/month", "S0:42", [
    ["ft-retrained-monthly", "Tuned: the month with one training run", bill(1, values.trainingRunUsd)],
    ["ft-retrained-monthly-high", `Tuned: the month with one training run, ${dear}`, bill(1, dearestRunUsd)],
    ["ft-retrained-weekly", "Tuned: the month with a run every week", bill(weeklyRetrains, values.trainingRunUsd)],
    [
      "ft-retrained-weekly-high",
      `Tuned: the month with a run every week, ${dear}`,
      bill(weeklyRetrains, dearestRunUsd),
    ],
  ]);
}

function yearLines(values: DocumentQaValues, { rag, ftModel, ragStart }: DocumentQaBills): Line[] {
  const tuned = 12 * (ftModel + values.upkeepHoursPerMonth * values.usdPerHour);
  const run = values.trainingRunUsd;
  return rows("USD/year", "S0:34-42", [
    ["rag-year", "Retrieval: the first year", ragStart + 12 * rag.total],
    ["rag-year-as-printed", "Retrieval: the first year, from the printed total", 120 + 12 * printedRagUsd],
    ["ft-year-one-run", "Tuned: the first year, trained once", tuned + run],
    ["ft-year-one-run-high", `Tuned: the first year, trained once at $${told}`, tuned + dearestRunUsd],
    ["ft-year-monthly-runs", "Tuned: the first year, trained every month", tuned + 12 * run],
    ["ft-year-monthly-runs-high", `Tuned: the first year, trained every month at $${told}`, tuned + 12 * dearestRunUsd],
  ]);
}

function queryLines(values: DocumentQaValues, { rag, ftModel, ftTotal, queries }: DocumentQaBills): Line[] {
  const tokens = { rag: queries * values.ragTokensPerQuery, ft: queries * values.ftTokensPerQuery };
  return [
    ...rows("USD/query", "S0:40", [
      ["rag-per-query", "Retrieval: one query", rag.total / queries],
      ["rag-per-query-as-printed", "Retrieval: one query of 1.5M, from the printed total", printedRagUsd / 1.5e6],
      ["ft-per-query", "Tuned: one query", ftTotal / queries],
    ]),
    ...rows("tokens/month", "S0:37", [
      ["rag-tokens", "Retrieval: tokens", tokens.rag],
      ["ft-tokens", "Tuned: tokens", tokens.ft],
    ]),
    ...rows("times", "S0:37-38", [
      ["tokens-ratio", "Retrieval's tokens over the tuned model's", tokens.rag / tokens.ft],
      ["llm-cost-ratio", "Retrieval's model bill over the tuned model's", rag.model / ftModel],
    ]),
    ...rows("USD/1M tokens", "S0:37-38", [
      ["rag-usd-per-million", "Price that the retrieval bill implies", (rag.model / tokens.rag) * 1e6],
      ["ft-usd-per-million", "Price that the tuned bill implies", (ftModel / tokens.ft) * 1e6],
    ]),
    ...rows("USD/month", "S0:54", [
      [
        "rag-llm-cached",
        "Retrieval: model tokens if cached answers skip the model",
        rag.model * (1 - values.cacheHitShare),
      ],
    ]),
  ];
}
