/** Numbers as people write them: "1,455", "1.2 million", "50k", "two hundred", "800 to 2,400". */
import type { Lexeme } from "./lexeme.ts";

/**
 * `high` is the upper end of a range, `step` the place of the last digit shown, `scale` the magnitude written after it,
 * `next` the lexeme that follows.
 */
export type Numeral = {
  value: number;
  high: number | null;
  step: number;
  scale: number;
  next: number;
  isSpelled: boolean;
};

const small = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`.split(/\s+/);
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const words = new Map<string, number>([
  ...small.map((word, value) => [word, value] as const),
  ...tens.map((word, at) => [word, 20 + 10 * at] as const),
]);
const scales = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["dozen", 12],
]);
const shortScales = new Map([
  ["k", 1e3],
  ["K", 1e3],
  ["M", 1e6],
  ["mn", 1e6],
  ["mm", 1e6],
  ["bn", 1e9],
]);

const moneyScales = new Map([...shortScales, ["m", 1e6], ["b", 1e9], ["B", 1e9]]);

/** Whether a word may be the first of a number or a fraction. */
export function beginsNumeral(low: string): boolean {
  return words.has(low) || low === "half" || low === "a" || low === "an";
}

/** More digits than this are no statement of anything. */
const longestDigits = 18;
const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const simple = /^\d+(?:\.\d+)?$/;

/** The place of the last digit that means something; zeros at the end of a whole number may be rounding. */
function stepOf(digits: string): number {
  const decimals = /\.(\d+)$/.exec(digits)?.[1];
  if (decimals) return 10 ** -decimals.length;
  return 10 ** (/0*$/.exec(digits)?.[0].length ?? 0);
}

/** A magnitude after digits: touching or spelled. A capital B is the size of a model, and m is minutes or metres. */
export function scaleAt(lexemes: readonly Lexeme[], at: number, isMoney: boolean): { factor: number; next: number } {
  const lexeme = lexemes[at];
  if (!lexeme) return { factor: 1, next: at };
  const spelled = scales.get(lexeme.low);
  if (spelled !== undefined) return { factor: spelled, next: at + 1 };
  const short = (isMoney ? moneyScales : shortScales).get(lexeme.text);
  const touches = lexeme.isGlued || lexeme.text === "M" || lexeme.text === "bn";
  return short !== undefined && touches ? { factor: short, next: at + 1 } : { factor: 1, next: at };
}

function readDigits(lexemes: readonly Lexeme[], at: number, isMoney: boolean): Numeral | null {
  const text = lexemes[at]?.text ?? "";
  if (text.length > longestDigits || !(grouped.test(text) || simple.test(text))) return null;
  const { factor, next } = scaleAt(lexemes, at + 1, isMoney);
  const digits = text.replaceAll(",", "");
  const value = Number(digits) * factor;
  return { value, high: null, step: stepOf(digits) * factor, scale: factor, next, isSpelled: false };
}

/** "two hundred and fifty", "twenty-five", "a thousand", "half a million". */
function readWords(lexemes: readonly Lexeme[], at: number): Numeral | null {
  if (!beginsNumeral(lexemes[at]?.low ?? "")) return null;
  let next = at;
  let total = 0;
  let current: number | null = null;
  const low = (offset: number) => lexemes[next + offset]?.low ?? "";
  if (low(0) === "half" && low(1) === "a" && scales.has(low(2))) {
    const scale = scales.get(low(2)) ?? 1;
    return { value: scale / 2, high: null, step: scale / 10, scale, next: next + 3, isSpelled: true };
  }
  if ((low(0) === "a" || low(0) === "an") && scales.has(low(1))) {
    current = 1;
    next += 1;
  }
  for (;;) {
    const value = words.get(low(0));
    const scale = scales.get(low(0));
    if (value !== undefined && (current === null || (current % 10 === 0 && value < 10 && current !== 0))) {
      current = (current ?? 0) + value;
    } else if (scale !== undefined && current !== null) {
      if (scale === 100 || scale === 12) current *= scale;
      else [total, current] = [total + current * scale, 0];
    } else break;
    next += 1;
    const isJoined = low(0) === "-" || (low(0) === "and" && (current % 100 === 0 || current === 0));
    if (isJoined && words.has(low(1)) && (low(0) === "and" || current % 10 === 0)) next += 1;
  }
  if (current === null) return null;
  const value = total + current;
  return { value, high: null, step: stepOf(String(value)), scale: value >= 1e6 ? 1e6 : 1, next, isSpelled: true };
}

/** ".70", which no other number touches. */
function readPoint(lexemes: readonly Lexeme[], at: number): Numeral | null {
  const [point, digits] = [lexemes[at], lexemes[at + 1]];
  if (point?.low !== "." || point.isGlued || digits?.kind !== "number" || !digits.isGlued) return null;
  if (!/^\d{1,9}$/.test(digits.text)) return null;
  const value = Number(`0.${digits.text}`);
  return { value, high: null, step: 10 ** -digits.text.length, scale: 1, next: at + 2, isSpelled: false };
}

export function readOne(lexemes: readonly Lexeme[], at: number, isMoney = false): Numeral | null {
  const kind = lexemes[at]?.kind;
  if (kind === "number") return readDigits(lexemes, at, isMoney);
  return kind === "word" ? readWords(lexemes, at) : readPoint(lexemes, at);
}

const dashes = new Set(["-", "\u2013", "\u2014"]);

/** The upper end of a range that begins with a number: "100-200", "800 to 2,400", "between 5 and 10". */
export function readRange(lexemes: readonly Lexeme[], low: Numeral, from: number, isMoney: boolean): Numeral {
  const joint = lexemes[low.next];
  const before = lexemes[from - 1]?.low ?? "";
  if (!joint || before === "from") return low;
  const isDash = dashes.has(joint.low) && joint.isGlued && lexemes[low.next + 1]?.isGlued;
  const isWord = joint.low === "to" || joint.low === "or" || (joint.low === "and" && before === "between");
  if (!isDash && !isWord) return low;
  const sign = lexemes[low.next + 1];
  const end = readOne(lexemes, sign && /^[$£€]$/.test(sign.low) ? low.next + 2 : low.next + 1, isMoney);
  if (!end) return low;
  // "2 to 3 million" is two to three million.
  const value = low.scale === 1 && low.value < end.value / end.scale ? low.value * end.scale : low.value;
  return value < end.value ? { ...end, value, high: end.value } : low;
}
