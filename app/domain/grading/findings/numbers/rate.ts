/** What comes after a unit and divides it: "a day", "per month", "/query", "per 1M tokens", "each". */
import { combine, type Dimension } from "./dimension.ts";
import type { Lexeme } from "./lexeme.ts";
import { readOne } from "./numeral.ts";
import { countedNoun, noUnit, timeUnitOf, unitOfWord, type Unit } from "./unit.ts";

type Rate = { dimension: Dimension; factor: number; after: string };

const adverbs: Readonly<Record<string, string>> = {
  daily: "day",
  weekly: "week",
  monthly: "month",
  yearly: "year",
  annually: "year",
  hourly: "hour",
};

function perTime(low: string): Rate | null {
  const unit = timeUnitOf(low);
  return unit && { dimension: unit.dimension, factor: unit.factor, after: ` a ${unit.after.trim().replace(/s$/, "")}` };
}

const printed: Readonly<Record<string, string>> = { " a hour": " an hour", " a ": " a second", " a m": " a ms" };

function tidy(rate: Rate): Rate {
  return { ...rate, after: printed[rate.after] ?? rate.after };
}

/** How often a magnitude of tokens is written. */
function magnitude(value: number): string {
  if (value >= 1e6 && value % 1e6 === 0) return value === 1e6 ? "1M " : `${value / 1e6}M `;
  if (value >= 1e3 && value % 1e3 === 0) return `${value / 1e3}K `;
  return value === 1 ? "" : `${value} `;
}

/** "1M tokens", "million input tokens", "query", "day". */
function readPer(lexemes: readonly Lexeme[], at: number, isLoose: boolean): { rate: Rate; next: number } | null {
  const first = lexemes[at];
  if (!first || first.low === "\n") return null;
  const time = perTime(first.low);
  if (time && (first.low.length > 1 || first.isGlued)) return { rate: tidy(time), next: at + 1 };
  const number = readOne(lexemes, at);
  const scale = ({ million: 1e6, thousand: 1e3, m: 1e6, k: 1e3, hundred: 100 } as Record<string, number>)[first.low];
  const count = number?.value ?? scale ?? 1;
  let next = number ? number.next : scale === undefined ? at : at + 1;
  while (/^(input|output|prompt|completion|cached|embedding)$/.test(lexemes[next]?.low ?? "")) next += 1;
  const noun = lexemes[next];
  const unnamed = { rate: { dimension: { token: 1 }, factor: count, after: ` per ${magnitude(count)}tokens` }, next };
  // Prices of models are per thousand or million tokens, said or not.
  if (noun?.kind !== "word") return count >= 1000 ? unnamed : null;
  const unit = unitOfWord(noun) ?? timeUnitOf(noun.low) ?? countedNoun(noun.low, { singular: true, anyPlural: false });
  if (unit && unit.before === "") {
    const amount = { dimension: unit.dimension, factor: unit.factor * count };
    const singular = unit.after.trim().replace(/ies$/, "y").replace(/s$/, "");
    const after = ` per ${magnitude(count)}${count === 1 ? singular : unit.after.trim()}`;
    return { rate: { ...amount, after: singular ? after : "" }, next: next + 1 };
  }
  if (count >= 1000 && !unit) return unnamed;
  if (!isLoose || count !== 1) return null;
  return { rate: { dimension: {}, factor: 1, after: "" }, next: next + 1 };
}

const articles = new Set(["a", "an", "each", "every", "for"]);

function readRate(lexemes: readonly Lexeme[], at: number): { rate: Rate; next: number } | null {
  const first = lexemes[at];
  if (!first) return null;
  const adverb = adverbs[first.low];
  if (adverb) {
    const rate = perTime(adverb);
    return rate && { rate: tidy(rate), next: at + 1 };
  }
  if (first.low === "apiece") return { rate: { dimension: {}, factor: 1, after: " each" }, next: at + 1 };
  if (first.low === "per" || first.low === "/") {
    const read = readPer(lexemes, at + 1, first.low === "per");
    const isNumberAlone = first.low === "/" && lexemes[at + 1]?.kind === "number" && lexemes[at + 2]?.kind === "sign";
    return isNumberAlone ? null : read;
  }
  if (!articles.has(first.low)) return null;
  const skip = first.low === "for" && /^(a|an|each|every)$/.test(lexemes[at + 1]?.low ?? "") ? 2 : 1;
  const read = first.low === "for" && skip === 1 ? null : readPer(lexemes, at + skip, false);
  // "for a month" is how long, "for a million tokens" is what a price is for.
  const isDuration =
    first.low === "for" && read !== null && Object.keys(read.rate.dimension).some((base) => base !== "token");
  if (read && !isDuration) return read;
  return first.low === "each" ? { rate: { dimension: {}, factor: 1, after: " each" }, next: at + 1 } : null;
}

/** Few quantities have more than two. */
const mostRates = 3;

export function readRates(lexemes: readonly Lexeme[], at: number, unit: Unit): { rates: Rate[]; next: number } {
  const rates: Rate[] = [];
  let next = at;
  if (unit.share !== null && unit.share !== "times") return { rates, next };
  while (rates.length < mostRates) {
    const read = readRate(lexemes, next);
    if (!read) break;
    rates.push(read.rate);
    next = read.next;
  }
  return { rates, next };
}

export function withRates(unit: Unit, rates: readonly Rate[]): Unit {
  if (rates.length === 0) return unit;
  const divided = { ...(unit === noUnit ? noUnit : unit) };
  for (const { dimension, factor, after } of rates) {
    divided.dimension = combine(divided.dimension, dimension, -1);
    divided.factor /= factor;
    divided.after += after;
  }
  return divided;
}
