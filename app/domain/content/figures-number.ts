/**
 * Numbers in a line of prose with their units: `$0.08–0.20`, `2,800-token`, `10 million`, `80/10/10`. What only looks like
 * one is left out: dates, ordinals, names with a number in them, and labels such as "step 2".
 */
import { plain, readUnit, type Quantity, type Unit } from "./figures-quantity.ts";

export type FoundNumber = { at: number; length: number; quantity: Quantity };

const digits = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;

/** A letter or a digit just before makes it a part of a name: A100, p95, GPT-4.1, n+1, S0:41. */
const begins = String.raw`(?<![\p{L}\p{N}_]|\p{L}[-+.]|\d[.,:/])`;

const number = new RegExp(
  String.raw`${begins}(?:(?<ratio>\d+(?:/\d+){2,})|(?<money>\$\s?)?(?<digits>${digits})(?<scale>\s?(?:thousand|million|billion)\b|[KkMB](?![\p{L}\p{N}]))?)(?![\p{N}]|[.,:]\d)`,
  "gu",
);

const scales: Record<string, number> = {
  K: 1e3,
  k: 1e3,
  thousand: 1e3,
  M: 1e6,
  million: 1e6,
  B: 1e9,
  billion: 1e9,
};

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const label = new RegExp(
  String.raw`\b(?:steps?|patterns?|questions?|phases?|paths?|versions?|failures?|tables?|pages?|lines?|levels?|${months})\s$`,
  "i",
);
const afterName = new RegExp(String.raw`^(?:st|nd|rd|th|-bit)\b|^\s(?:${months})\b`);

/** Every number of a text, in order. A range is two of them, which share what is written once: a unit, a scale, a $. */
export function findNumbers(text: string): FoundNumber[] {
  const found = [...text.matchAll(number)].flatMap((match) => readMatch(match, text) ?? []);
  for (const [index, left] of found.entries()) {
    const right = found[index + 1];
    if (right) shareRange(left, right, text.slice(left.at + left.length, right.at));
  }
  return found;
}

function readMatch(match: RegExpExecArray, text: string): FoundNumber | null {
  const { ratio, money, digits: written = "", scale = "" } = match.groups ?? {};
  const place = { at: match.index, length: match[0].length };
  if (ratio) return { ...place, quantity: { value: 0, step: 0, unit: plain, ratio } };
  // No label or name is longer.
  const before = text.slice(Math.max(0, match.index - 40), match.index);
  const after = text.slice(match.index + match[0].length);
  const unit: Unit = money ? { dimension: "money", factor: 1 } : unitAfter(after);
  if (afterName.test(after)) return null;
  if (scale === "B" && /\p{Lu}[\p{L}\d.-]*\s$/u.test(before)) return null;
  if (!money && scale === "" && unit === plain) {
    const isYear = /^(?:19|20)\d\d$/.test(written) && !/^[\s-]?tokens?/.test(after);
    if (isYear || label.test(before)) return null;
  }
  const factor = scales[scale.trim()] ?? 1;
  const decimals = written.split(".")[1]?.length ?? 0;
  const value = Number(written.replaceAll(",", "")) * factor;
  return { ...place, quantity: { value, step: 10 ** -decimals * factor, unit, ratio: null } };
}

function unitAfter(after: string): Unit {
  if (after.startsWith("×")) return { dimension: "times", factor: 1 };
  return readUnit(after.replace(/^[\s-]/, ""));
}

function shareRange(left: FoundNumber, right: FoundNumber, between: string): void {
  const joined = /^\s?(%?)\s?(?:–|-|to)\s?$/.exec(between);
  if (!joined) return;
  const [from, to] = [left.quantity, right.quantity];
  if (from.unit === plain) from.unit = to.unit;
  if (to.unit === plain) to.unit = from.unit;
  // "10–20 million" is twice millions; "500 to 2,000" and "50 to 1 million" are not told apart from it by anything else.
  if (from.step <= 1 && to.step >= 1e3 && /^[–-]$/.test(between.trim())) scaleBy(from, to.step);
}

function scaleBy(quantity: Quantity, factor: number): void {
  quantity.value *= factor;
  quantity.step *= factor;
}
