/**
 * The prices behind the cost models, each with its date and where it stands: a table for a person to edit. A changed
 * price reaches every preset that has it as an input.
 */
import type { Source } from "../../scenarios/schema.ts";
import { parseNumber } from "../input.ts";

export type Price = {
  id: string;
  label: string;
  unit: string;
  usd: number;
  /** As exactly as the source says it; null where it is undated. */
  asOf: string | null;
  /** Null where no source has it. */
  source: Source | null;
  /** `printed` stands in the source, `implied` follows from its figures, `listed` is third parties' list. */
  basis: "printed" | "implied" | "listed" | "assumed";
  /** The inputs it feeds, as `preset/input`. */
  feeds: readonly string[];
};

const perMillion = "USD/1M tokens";

/** The article dates its amounts at S0:3; S2 has no date. */
export const prices: readonly Price[] = [
  {
    id: "embedding",
    label: "text-embedding-3-small",
    unit: perMillion,
    usd: 0.02,
    asOf: null,
    source: "S2:77",
    basis: "printed",
    feeds: ["s2-setup/embeddingUsdPerMillionTokens"],
  },
  {
    id: "embedding-query",
    label: "Embedding one query",
    unit: "USD/query",
    usd: 0.00002,
    asOf: "late 2025",
    source: "S0:35",
    basis: "printed",
    feeds: ["s0-document-qa/embeddingUsdPerQuery", "s0-document-qa-self-hosted/embeddingUsdPerQuery"],
  },
  {
    id: "small-model",
    label: "GPT-4o-mini, long prompts",
    unit: perMillion,
    usd: 940 / 3150,
    asOf: "late 2025",
    source: "S0:37-38",
    basis: "implied",
    feeds: ["s0-document-qa/ragUsdPerMillionTokens", "s0-document-qa-self-hosted/ragUsdPerMillionTokens"],
  },
  {
    id: "small-model-tuned",
    label: "GPT-4o-mini, tuned, short prompts",
    unit: perMillion,
    usd: 430 / 900,
    asOf: "late 2025",
    source: "S0:37-38",
    basis: "implied",
    feeds: ["s0-document-qa/ftUsdPerMillionTokens"],
  },
  {
    id: "small-model-input",
    label: "Small hosted model, input",
    unit: perMillion,
    usd: 0.15,
    asOf: null,
    source: null,
    basis: "assumed",
    feeds: ["s0-compliance/inputUsdPerMillionTokens"],
  },
  {
    id: "large-model-input",
    label: "GPT-4.1, input",
    unit: perMillion,
    usd: 2,
    asOf: null,
    source: null,
    basis: "listed",
    feeds: ["s2-per-query/inputUsdPerMillionTokens"],
  },
  {
    id: "large-model-output",
    label: "GPT-4.1, output",
    unit: perMillion,
    usd: 8,
    asOf: null,
    source: null,
    basis: "listed",
    feeds: ["s2-per-query/outputUsdPerMillionTokens"],
  },
  {
    id: "training",
    label: "GPT-4.1, training, as the page has it",
    unit: perMillion,
    usd: 8,
    asOf: null,
    source: "S2:90",
    basis: "printed",
    feeds: ["s2-setup/trainingUsdPerMillionTokens"],
  },
  {
    id: "gpu",
    label: "An A100 for an hour",
    unit: "USD/hour",
    usd: 4,
    asOf: "late 2025",
    source: "S0:159",
    basis: "implied",
    feeds: ["s0-document-qa-self-hosted/usdPerGpuHour"],
  },
  {
    id: "work",
    label: "An hour of a person's work",
    unit: "USD/hour",
    usd: 50,
    asOf: null,
    source: "S2:96",
    basis: "printed",
    feeds: [
      "s2-setup/usdPerHour",
      "s0-document-qa/usdPerHour",
      "s0-document-qa-self-hosted/usdPerHour",
      "s0-lora-run/usdPerHour",
    ],
  },
];

export type EditedPrices = { ok: true; prices: Price[] } | { ok: false; price: string; message: string };

const dearestUsd = 10_000;

/** The table with amounts a person typed in, all of them as of the day given (YYYY-MM-DD). */
export function editPrices(edits: Readonly<Record<string, string>>, asOf: string): EditedPrices {
  const amounts = new Map<string, number>();
  for (const [id, text] of Object.entries(edits)) {
    if (!prices.some((price) => price.id === id)) {
      return {
        ok: false,
        price: id,
        message: `there is no price ${id}; there are ${prices.map((price) => price.id).join(", ")}`,
      };
    }
    const usd = parseNumber(text.trim());
    if (usd === null || usd <= 0 || usd > dearestUsd) {
      return { ok: false, price: id, message: `${id} must be a number above 0 and up to ${dearestUsd}` };
    }
    amounts.set(id, usd);
  }
  return {
    ok: true,
    prices: prices.map((price) => {
      const usd = amounts.get(price.id);
      return usd === undefined ? price : { ...price, usd, asOf };
    }),
  };
}

/** What a table of prices sets in one preset, as text to be read like any other setting. */
export function settingsOf(table: readonly Price[], presetId: string): Record<string, string> {
  const set = table.flatMap(({ feeds, usd }) =>
    feeds
      .filter((input) => input.startsWith(`${presetId}/`))
      .map((input) => [input.slice(presetId.length + 1), String(usd)] as const),
  );
  return Object.fromEntries(set);
}
