/**
 * Statements of quantity in a text: a number with its unit and rate, where it stands, and how it is said (roughly, at
 * most, denied). Dates, versions, names of models, section and step numbers are not quantities.
 */
import type { Span } from "../../../text/words.ts";
import { lexemesIn, type Lexeme } from "./lexeme.ts";
import { beginsNumeral, readOne, readRange, type Numeral } from "./numeral.ts";
import { readRates, withRates } from "./rate.ts";
import {
  countedNoun,
  currencyBefore,
  fraction,
  noUnit,
  percent,
  timesAsMuch,
  timeUnitOf,
  unitOfWord,
  type Unit,
} from "./unit.ts";

/**
 * `value` is in the written unit. Its lexemes begin at `from` with how it is said ("about"), at `at` with the number, and
 * end before `next`.
 */
export type Quantity = Span & {
  value: number;
  high: number | null;
  step: number;
  unit: Unit;
  isBare: boolean;
  isApproximate: boolean;
  bound: "most" | "least" | null;
  isDenied: boolean;
  from: number;
  at: number;
  next: number;
};

/** What a number after one of these words names is a place in a list. */
const places = new Set(
  `section sections step steps question version v page pages paragraph paragraphs clause level figure fig table option
  phase chapter appendix article line lines rank top stage tier part item no number day week q epoch seed point rule
  scenario attempt draft sprint k port criterion priority node layer`.split(/\s+/),
);
const months = new Set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec`.split(/\s+/),
);
const isWordLike = (lexeme: Lexeme | undefined) => lexeme !== undefined && lexeme.kind === "word";

/** "GPT-4", "BM25", "p95", "recall@5", "S0:35", "#3", "17:00". */
function belongsToAName(lexemes: readonly Lexeme[], at: number): boolean {
  const [own, before, second] = [lexemes[at], lexemes[at - 1], lexemes[at - 2]];
  if (!own?.isGlued || !before) return false;
  if (before.kind === "word" || /^[@#_:\\§^]$/.test(before.low)) return true;
  if (before.low === "-") return before.isGlued && isWordLike(second);
  return before.low === "." && before.isGlued && isWordLike(second);
}

function numbersAPlace(lexemes: readonly Lexeme[], at: number, next: number): boolean {
  const before = lexemes[at - 1]?.low ?? "\n";
  const after = lexemes[next];
  if (after?.low === "%" || (after && Object.keys(unitOfWord(after)?.dimension ?? {}).length > 0)) return false;
  if (after && /^[.)]$/.test(after.low) && after.isGlued && before === "\n" && next === at + 1) return true;
  if (months.has(after?.low ?? "") && !after?.isGlued) return true;
  if (months.has(before) && before !== "may" && before !== "march") return true;
  return (
    (places.has(before) && lexemes[at]?.kind === "number") || (before === "at" && lexemes[at - 2]?.low === "recall")
  );
}

function isPlainNumber(lexemes: readonly Lexeme[], at: number, { next, isSpelled }: Numeral): boolean {
  if (isSpelled) return true;
  const after = lexemes[next];
  if (belongsToAName(lexemes, at) || numbersAPlace(lexemes, at, next)) return false;
  if (after?.kind === "word" && after.isGlued) return unitOfWord(after) !== null || after.low === "x";
  return !(after?.isGlued && /^[:_@]$/.test(after.low) && lexemes[next + 1]?.isGlued);
}

type Read = { unit: Unit; next: number };

const comparatives = /^(\w+er|more|less|fewer|as|that|the|what|over)$/;

/** "times" is a unit before a comparison, and an operator before a number. */
function readTimes(lexemes: readonly Lexeme[], at: number): Read | null {
  const low = lexemes[at]?.low;
  const isShort = low === "x" && lexemes[at]?.isGlued === true && lexemes[at + 1]?.kind !== "number";
  if (low !== "times" && !isShort) return null;
  const after = lexemes[at + 1];
  const isCompared = isShort || comparatives.test(after?.low ?? "");
  return isCompared ? { unit: timesAsMuch, next: at + 1 } : null;
}

/** Words between a number and what it counts: at most this many, and none that ends the phrase. */
const mostModifiers = 3;
const endsPhrase = new Set(
  `a an the of to in on at by for from with and or but is are was were be it its that this which who if than then so as
  not no per each every we you they i our your their my has have had do does did will would can could should may might
  must when while because about after before over under into only just also instead without against between through
  times plus minus less makes gives goes comes said says need needs`.split(/\s+/),
);
const allowedLess = new Set(["fewer", "more", "extra", "additional"]);

/** "3,100 double-checked findings", "1,500 fewer tokens", "45 lawyer hours". */
function readNounAfterModifiers(
  lexemes: readonly Lexeme[],
  at: number,
  { isOne, isSpelled }: { isOne: boolean; isSpelled: boolean },
): Read | null {
  let words = 0;
  for (let next = at; words <= mostModifiers; next += 1) {
    const lexeme = lexemes[next];
    if (!lexeme) return null;
    if (lexeme.low === "-" && lexemes[next + 1]?.isGlued) continue;
    if (lexeme.kind !== "word" || (endsPhrase.has(lexeme.low) && !allowedLess.has(lexeme.low))) return null;
    const unit =
      unitOfWord(lexeme) ??
      timeUnitOf(lexeme.low) ??
      countedNoun(lexeme.low, { singular: isOne, anyPlural: next === at && !isSpelled });
    if (unit && !(next > at && unit.before !== "")) return { unit, next: next + 1 };
    words += 1;
  }
  return null;
}

function readUnit(lexemes: readonly Lexeme[], numeral: Numeral): Read | null {
  let at = numeral.next;
  const first = lexemes[at];
  if (!first || first.low === "\n") return null;
  if (first.low === "%") return { unit: percent, next: at + 1 };
  if (first.low === "per" && lexemes[at + 1]?.low === "cent") return { unit: percent, next: at + 2 };
  if (first.low === "percent" || first.low === "pct") return { unit: percent, next: at + 1 };
  if (/^[$£€¢]$/.test(first.low)) return { unit: currencyBefore(first) ?? noUnit, next: at + 1 };
  const multiple = readTimes(lexemes, at);
  if (multiple) return multiple;
  const isHyphenated = /^[-\u2011]$/.test(first.low) && first.isGlued && isWordLike(lexemes[at + 1]);
  if (isHyphenated) at += 1;
  else if (first.kind !== "word") return null;
  const isOne = isHyphenated || numeral.value === 1;
  return readNounAfterModifiers(lexemes, at, { isOne, isSpelled: numeral.isSpelled });
}

const partNames: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
};
const partCounts: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4 };
const beginsFraction = /^(half|1|a|one|two|three|four)$/;

/** "half of", "two thirds of", "a quarter of an hour". */
function readFraction(lexemes: readonly Lexeme[], at: number): { value: number; next: number } | null {
  if (!beginsFraction.test(lexemes[at]?.low ?? "")) return null;
  const low = (offset: number) => lexemes[at + offset]?.low ?? "";
  const follows = (next: number) => ["of", "the", "a", "an", "our"].includes(low(next));
  if (low(0) === "half" && follows(1)) return { value: 1 / 2, next: at + 1 };
  // "one in eight"
  const whole = low(1) === "in" && /^(one|1)$/.test(low(0)) ? readOne(lexemes, at + 2) : null;
  if (whole && whole.value >= 2 && whole.value <= 1000) return { value: 1 / whole.value, next: whole.next };
  const [count, part] = [partCounts[low(0)], partNames[low(1)]];
  if (count === undefined || part === undefined || (low(2) !== "of" && count < 2)) return null;
  return { value: count / part, next: at + 2 };
}

/** "half a cent" and "a quarter of an hour" are amounts; "half of them" is a share. */
function fractionQuantity(lexemes: readonly Lexeme[], at: number): (Read & Numeral) | null {
  const read = readFraction(lexemes, at);
  if (!read) return null;
  let next = read.next;
  if (lexemes[next]?.low === "of") next += 1;
  const lexeme = lexemes[next + 1];
  const unit = /^an?$/.test(lexemes[next]?.low ?? "") && lexeme ? unitOfWord(lexeme) : null;
  const numeral = { value: read.value, high: null, step: 0.1, scale: 1, isSpelled: true };
  if (unit) return { ...numeral, unit, next: next + 2 };
  const isShare = lexemes[read.next]?.low === "of" || read.next > at + 1;
  return isShare ? { ...numeral, unit: fraction, next: read.next } : null;
}

function readNumber(lexemes: readonly Lexeme[], at: number): (Read & Numeral) | null {
  const part = fractionQuantity(lexemes, at);
  if (part) return part;
  const first = lexemes[at];
  const currency = first && !(first.kind === "word" && first.isGlued) ? currencyBefore(first) : null;
  const from = currency ? at + 1 : at;
  const isMoney = currency !== null;
  const numeral = readOne(lexemes, from, isMoney);
  if (!numeral || !isPlainNumber(lexemes, from, numeral)) return null;
  const range = readRange(lexemes, numeral, at, isMoney);
  if (currency) return { ...range, unit: currency, next: range.next };
  const read = readUnit(lexemes, range);
  return { ...range, ...(read ?? { unit: noUnit, next: range.next }) };
}

const currencySigns = new Set(["$", "£", "€"]);
const currencyNames = new Set(["usd", "gbp", "eur"]);

/** Most words of a text are nowhere near a number. */
function mayBegin({ kind, low }: Lexeme): boolean {
  if (kind === "number") return true;
  return kind === "sign" ? low === "." || currencySigns.has(low) : beginsNumeral(low) || currencyNames.has(low);
}

const roughly = new Set(
  "about roughly around approximately approx nearly almost some ~ ≈ circa maybe perhaps".split(" "),
);
const most = new Set("under below within < ≤ most maximum max beneath".split(" "));
const least = new Set("over above > ≥ least minimum min exceeding beyond".split(" "));
const passed = new Set("at well just a only up more less fewer than no to close still another".split(" "));
const denies = new Set("not isn't wasn't aren't never rather instead nor".split(" "));

const addsUp = new Set("add adds adding sum sums comes come".split(" "));

type Manner = Pick<Quantity, "isApproximate" | "bound" | "isDenied"> & { from: number };

/** How a number is said, from the words before it. */
function mannerOf(lexemes: readonly Lexeme[], at: number): Manner {
  const manner: Manner = { isApproximate: false, bound: null, isDenied: false, from: at };
  for (let back = at - 1; back >= Math.max(0, at - 4); back -= 1) {
    const low = lexemes[back]?.low ?? "";
    const before = lexemes[back - 1]?.low ?? "";
    if (roughly.has(low)) manner.isApproximate = true;
    else if (most.has(low) || (low === "to" && before === "up" && !addsUp.has(lexemes[back - 2]?.low ?? "")))
      manner.bound ??= "most";
    else if (least.has(low)) manner.bound ??= "least";
    else if (low === "than" && /^(less|fewer)$/.test(before)) manner.bound ??= "most";
    else if (low === "than" && before === "more") manner.bound ??= "least";
    else if (denies.has(low) || (low === "of" && before === "instead") || (low === "than" && before === "rather")) {
      return { ...manner, isDenied: true };
    } else if (!passed.has(low)) break;
    else continue;
    manner.from = back;
  }
  return manner;
}

/** A small number spelled out says something only with a unit; "one" only with a measured one. */
function isStatement({ isSpelled, value, unit }: Numeral & Read): boolean {
  if (unit.share === "fraction" || !isSpelled) return true;
  if (unit === noUnit) return value >= 2;
  return value !== 1 || unit.noun === null;
}

/** A text read once: its lexemes, and the quantities among them in order. */
export type ReadText = { text: string; lexemes: Lexeme[]; quantities: Quantity[] };

/** More than this in one text is a table, not an answer. */
const mostQuantities = 200;

export function readQuantities(text: string): ReadText {
  const lexemes = lexemesIn(text);
  const quantities: Quantity[] = [];
  for (let at = 0; at < lexemes.length && quantities.length < mostQuantities;) {
    const lexeme = lexemes[at];
    const read = lexeme && mayBegin(lexeme) ? readNumber(lexemes, at) : null;
    if (!read) {
      at += 1;
      continue;
    }
    const rates = readRates(lexemes, read.next, read.unit);
    const unit = withRates(read.unit, rates.rates);
    const next = rates.next;
    const { from, ...manner } = mannerOf(lexemes, at);
    if (isStatement({ ...read, unit })) {
      const orSo = lexemes[next]?.low === "or" && lexemes[next + 1]?.low === "so";
      quantities.push({
        ...manner,
        isApproximate: manner.isApproximate || orSo || unit.share === "fraction",
        value: read.value,
        high: read.high,
        step: read.step,
        unit,
        isBare: unit === noUnit,
        start: lexemes[at]?.start ?? 0,
        end: lexemes[next - 1]?.end ?? 0,
        from,
        at,
        next: orSo ? next + 2 : next,
      });
    }
    at = Math.max(next, at + 1);
  }
  return { text, lexemes, quantities };
}
