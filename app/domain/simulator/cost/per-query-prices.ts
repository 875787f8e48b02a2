/** The two straight lines of S2:111-122: a price per query and a flat amount a month for each side. */
import type { InputSpec } from "../input.ts";
import { volumeThresholds } from "./volume-thresholds.ts";

export const perQueryInputs = {
  ragUsdPerQuery: {
    label: "Retrieval, a query",
    unit: "USD/query",
    default: 0.15,
    min: 0,
    max: 100,
    source: "S2:115",
    conflicts: [
      { value: 0.00109, says: "$1,630 a month over 1.5M queries", source: "S0:40" },
      { value: 0.01, says: "$0.01 to $0.10 a query", source: "S1:176" },
    ],
    spread: { low: 0.08, high: 0.21, source: "S2:106" },
  },
  ragUsdPerMonth: {
    label: "Retrieval, vector database",
    unit: "USD/month",
    default: 100,
    min: 0,
    max: 1e6,
    source: "S2:116",
    conflicts: [
      { value: 3, says: "one gigabyte at $0.10 a day", source: "S2:83" },
      { value: 200, says: "pgvector on a managed database", source: "S0:36" },
    ],
    spread: { low: 50, high: 500, source: "S2:67" },
  },
  ftUsdPerQuery: {
    label: "Tuned model, a query",
    unit: "USD/query",
    default: 0.03,
    min: 0,
    max: 100,
    source: "S2:120",
    conflicts: [{ value: 0.00029, says: "$430 a month over 1.5M queries", source: "S0:40" }],
    spread: { low: 0.01, high: 0.05, source: "S2:106" },
  },
  ftUsdPerMonth: {
    label: "Tuned model, hosting",
    unit: "USD/month",
    default: 0,
    min: 0,
    max: 1e6,
    source: "S2:121",
    basis: "nothing, as hosted by the vendor; the set-up table asks for hosting without an amount (S2:67)",
  },
  queriesPerMonth: {
    label: "Queries",
    unit: "queries/month",
    default: 10_000,
    min: 1,
    max: 1e11,
    whole: true,
    source: "S2:131",
    conflicts: [
      { value: 1000, says: "lowest volume tried", source: "S2:131" },
      { value: 1_000_000, says: "highest volume tried", source: "S2:131" },
    ],
    thresholds: volumeThresholds.perMonth,
  },
} as const satisfies Record<string, InputSpec>;
