/**
 * What a model's tokens cost, in US dollars a million, at list prices for standard requests. Source: the model pages of
 * platform.claude.com; prices change, so the table is dated and a caller may bring its own. A model that is not in the
 * table has no known cost, which is not a cost of zero.
 */
import type { Usage } from "../grade.ts";

type Rates = { input: number; output: number; cacheWrite: number; cacheRead: number };

/** `long` are the rates of a whole request with more than so many tokens in its prompt. `cacheWrite` is for five minutes. */
type Price = Rates & { long?: Rates & { abovePromptTokens: number } };

export type PriceTable = { asOf: string; models: Readonly<Record<string, Price>> };

export const listPrices: PriceTable = {
  asOf: "2026-11-21",
  models: {
    "claude-fable-5-2": { input: 8, output: 40, cacheWrite: 10, cacheRead: 0.2 },
    "claude-opus-5-5": { input: 4, output: 20, cacheWrite: 5, cacheRead: 0.2 },
    "claude-sonnet-5-5": { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.1 },
    "claude-haiku-5-5": {
      input: 0.1,
      output: 0.5,
      cacheWrite: 0.125,
      cacheRead: 0.01,
      long: { abovePromptTokens: 100_000, input: 0.5, output: 2.5, cacheWrite: 0.625, cacheRead: 0.05 },
    },
    "claude-haiku-4-5": { input: 1, output: 5, cacheWrite: 1.25, cacheRead: 0.1 },
  },
};

/** A dated model id such as `claude-haiku-4-5-20251001` costs what its family costs. */
export function findPrice(model: string, table: PriceTable = listPrices): Price | null {
  for (const name of [model, model.replace(/-\d{8}$/, "")]) {
    if (Object.hasOwn(table.models, name)) return table.models[name] ?? null;
  }
  return null;
}

/** The cost of one request in US dollars. Requests are priced one by one: a long prompt changes the rates of its own. */
export function costAt(price: Price, usage: Usage): number {
  const promptTokens = usage.input + usage.cacheWrite + usage.cacheRead;
  const rates = price.long && promptTokens > price.long.abovePromptTokens ? price.long : price;
  const perMillion =
    usage.input * rates.input +
    usage.cacheWrite * rates.cacheWrite +
    usage.cacheRead * rates.cacheRead +
    usage.output * rates.output;
  return perMillion / 1_000_000;
}

/** The cost of one request at list prices, or null for a model whose price is not known. */
export function costOf(model: string, usage: Usage): number | null {
  const price = findPrice(model);
  return price && costAt(price, usage);
}

/** Tokens of several requests together, or null if there were none. */
export function totalUsage(usages: readonly Usage[]): Usage | null {
  if (usages.length === 0) return null;
  return usages.reduce((sum, usage) => ({
    input: sum.input + usage.input,
    cacheWrite: sum.cacheWrite + usage.cacheWrite,
    cacheRead: sum.cacheRead + usage.cacheRead,
    output: sum.output + usage.output,
  }));
}
