import { editPrices, prices, settingsOf, type Price } from "#app/domain/simulator/cost/prices.ts";

/** In an address a price is `price.<id>`, and all of them are as of one day. */
export const priceParameter = (id: string) => `price.${id}`;
export const asOfParameter = "asOf";

export type PriceState = {
  table: readonly Price[];
  /** What each field shows. */
  texts: Readonly<Record<string, string>>;
  /** By price, in words. */
  faults: Readonly<Record<string, string>>;
  edited: readonly string[];
  asOf: string;
  asOfFault: string | null;
};

const limits = "Write an amount above 0, up to 10,000 dollars";

/** Edited prices of an address, each by itself: one that cannot be leaves the source's. */
export function readPrices(params: URLSearchParams, today: string): PriceState {
  const asOfTyped = params.get(asOfParameter);
  const asOf = asOfTyped !== null && isDay(asOfTyped) ? asOfTyped : today;
  const kept: Record<string, string> = {};
  const texts: Record<string, string> = {};
  const faults: Record<string, string> = {};
  for (const { id, usd } of prices) {
    const own = String(Number(usd.toPrecision(4)));
    const typed = params.get(priceParameter(id));
    texts[id] = typed ?? own;
    if (typed === null || typed.trim() === own) continue;
    if (editPrices({ [id]: typed }, asOf).ok) kept[id] = typed;
    else faults[id] = `${limits}. The source’s ${own} is used.`;
  }
  const edited = editPrices(kept, asOf);
  return {
    table: edited.ok ? edited.prices : prices,
    texts,
    faults,
    edited: Object.keys(kept),
    asOf,
    asOfFault: asOfTyped === null || asOfTyped === asOf ? null : `Write a day as ${today}. ${today} is used.`,
  };
}

/** What edited prices set in a model; the others are its defaults anyway. */
export function settingsOfPrices({ table, edited }: PriceState, presetId: string): Record<string, string> {
  return settingsOf(
    table.filter(({ id }) => edited.includes(id)),
    presetId,
  );
}

/** The inputs of a model that a price is. */
export function inputsFedBy(price: Price, presetId: string): string[] {
  return price.feeds.flatMap((input) => (input.startsWith(`${presetId}/`) ? [input.slice(presetId.length + 1)] : []));
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
