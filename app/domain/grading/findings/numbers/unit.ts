/**
 * The units that answers are given in, as words and signs: money, tokens, bytes, time, shares, and the things that are
 * counted. What is printed of a unit comes from the lists here, never from an answer.
 */
import { wordsIn } from "../../../text/words.ts";
import type { Dimension } from "./dimension.ts";
import type { Lexeme } from "./lexeme.ts";

/** `share`: the number is a part of something, or how many times it is. */
export type Share = "percent" | "fraction" | "times";

/**
 * One written unit is `factor` in its dimension. `before` and `after` are how it is printed, `kind` is what stands after
 * without a rate; `noun` is what is counted.
 */
export type Unit = {
  dimension: Dimension;
  factor: number;
  before: string;
  after: string;
  kind: string;
  noun: string | null;
  share: Share | null;
};

const plain: Unit = { dimension: {}, factor: 1, before: "", after: "", kind: "", noun: null, share: null };
export const noUnit: Unit = plain;

const money = (base: "usd" | "gbp" | "eur", sign: string, factor = 1): Unit => ({
  ...plain,
  dimension: { [base]: 1 },
  factor,
  before: sign,
});

const currencies: Readonly<Record<string, Unit>> = {
  $: money("usd", "$"),
  usd: money("usd", "$"),
  dollar: money("usd", "$"),
  dollars: money("usd", "$"),
  bucks: money("usd", "$"),
  cent: { ...money("usd", "", 0.01), after: " cents", kind: " cents" },
  cents: { ...money("usd", "", 0.01), after: " cents", kind: " cents" },
  "¢": { ...money("usd", "", 0.01), after: " cents", kind: " cents" },
  "£": money("gbp", "£"),
  gbp: money("gbp", "£"),
  pound: money("gbp", "£"),
  pounds: money("gbp", "£"),
  pence: { ...money("gbp", "", 0.01), after: " pence", kind: " pence" },
  "€": money("eur", "€"),
  eur: money("eur", "€"),
  euro: money("eur", "€"),
  euros: money("eur", "€"),
};

/** A currency that may stand before its number. */
export function currencyBefore({ low }: Lexeme): Unit | null {
  return /^[$£€]$|^(usd|gbp|eur)$/.test(low) ? (currencies[low] ?? null) : null;
}

function timed(base: "second" | "day" | "week" | "month" | "year", factor: number, after: string): Unit {
  return { ...plain, dimension: { [base]: 1 }, factor, after, kind: after };
}

const times: readonly (readonly [string, Unit])[] = [
  ["ms msec msecs millisecond milliseconds", timed("second", 0.001, " ms")],
  ["s sec secs second seconds", timed("second", 1, " s")],
  ["min mins minute minutes", timed("second", 60, " minutes")],
  ["h hr hrs hour hours", timed("second", 3600, " hours")],
  ["day days", timed("day", 1, " days")],
  ["week weeks", timed("week", 1, " weeks")],
  ["fortnight fortnights", timed("week", 2, " fortnights")],
  ["month months", timed("month", 1, " months")],
  ["year years", timed("year", 1, " years")],
];

const sizes: readonly (readonly [string, Unit])[] = [
  ["token tokens", { ...plain, dimension: { token: 1 }, after: " tokens", kind: " tokens" }],
  ["kb kilobytes", { ...plain, dimension: { byte: 1 }, factor: 1e3, after: " KB", kind: " KB" }],
  ["mb megabytes", { ...plain, dimension: { byte: 1 }, factor: 1e6, after: " MB", kind: " MB" }],
  ["gb gigabytes", { ...plain, dimension: { byte: 1 }, factor: 1e9, after: " GB", kind: " GB" }],
  ["tb terabytes", { ...plain, dimension: { byte: 1 }, factor: 1e12, after: " TB", kind: " TB" }],
];

function byWord(units: readonly (readonly [string, Unit])[]): Map<string, Unit> {
  return new Map(units.flatMap(([words, unit]) => words.split(" ").map((word) => [word, unit] as const)));
}

const timeByWord = byWord(times);
const unitByWord = new Map([...timeByWord, ...byWord(sizes)]);

export function timeUnitOf(low: string): Unit | null {
  return timeByWord.get(low) ?? null;
}

/** What is counted in such answers, as it is printed. */
const countedWords = `queries questions calls requests searches lookups documents docs articles pages papers contracts
  clauses covenants passages paragraphs chunks sections chapters rules texts notices precedents rulings precepts examples
  samples pairs records rows entries reviews findings annotations comments blocks files repositories reports summaries
  notes tickets chats conversations sessions messages replies answers responses completions sentences words characters
  fields labels categories classes errors failures mistakes complaints corrections checks tests runs retrains trainings
  rounds epochs steps people persons users customers clients tenants advisers agents engineers developers lawyers
  reviewers analysts experts editors writers doctors clinicians nurses seniors teams companies firms models adapters
  versions embeddings vectors items cases payments transactions alerts threads points visits hits misses repeats duplicates
  changes edits updates revisions copies attempts retries`.split(/\s+/);

const counted = new Set(countedWords);
const oneOf = (word: string) =>
  word === "people"
    ? "person"
    : word
        .replace(/ies$/, "y")
        .replace(/(ss|x|h)es$/, "$1")
        .replace(/s$/, "");
const singulars = new Map(countedWords.map((word) => [oneOf(word), word]));

/** Plural-looking words that nobody counts. */
const neverCounted = new Set(
  `is was has does as this its it's us plus times less always perhaps yes across versus vs thus towards besides unless
  sometimes gives makes costs takes saves equals leaves comes goes works means totals sums needs gets adds becomes runs
  lets says hours hurts wins beats keeps stays stops starts fits passes process access success analysis basis business
  status focus bonus series afterwards minus halves thirds quarters fifths`.split(/\s+/),
);

type Counting = { singular: boolean; anyPlural: boolean };

/** What a word counts; null for a word that counts nothing known. Words that only look like a plural are not printed. */
export function countedNoun(low: string, { singular, anyPlural }: Counting): Unit | null {
  const known = counted.has(low) ? low : singular ? singulars.get(low) : undefined;
  if (known) return { ...plain, noun: wordsIn(known)[0]?.key ?? known, after: ` ${known}`, kind: ` ${known}` };
  if (!anyPlural || low.length < 4 || !low.endsWith("s") || neverCounted.has(low)) return null;
  return { ...plain, noun: wordsIn(low)[0]?.key ?? low };
}

export const percent: Unit = { ...plain, factor: 0.01, after: " %", kind: " %", share: "percent" };
export const fraction: Unit = { ...plain, share: "fraction" };
export const timesAsMuch: Unit = { ...plain, after: " times", kind: " times", share: "times" };

const perSecond: Readonly<Record<string, string>> = { qps: "query", rps: "request", tps: "transaction" };

/** A unit that is one word after its number; single letters count only where they touch it. */
export function unitOfWord({ low, isGlued }: Lexeme): Unit | null {
  if (low.length === 1 && /[a-z]/.test(low) && !isGlued)
    return low === "s" || low === "h" ? (unitByWord.get(low) ?? null) : null;
  const what = perSecond[low];
  if (what)
    return { ...plain, dimension: { second: -1 }, noun: wordsIn(what)[0]?.key ?? null, after: " a second", kind: "" };
  return currencies[low] ?? unitByWord.get(low) ?? null;
}
