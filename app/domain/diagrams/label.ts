/**
 * The words on a box, a link or a group: how Mermaid writes them, and the plain text a person reads.
 */
import { fail, isAtEnd, take, takeText, type Reading } from "./reading.ts";

const words = /[^[\](){}|"]*/y;
const string = /[^"]*/y;

/** What a label stands between and what it belongs to, for the words of a fault. */
export type LabelPlace = { closer: string; owner: string; words?: RegExp };

/**
 * Reads a label and its closing sign: plain words, or a quoted string with perhaps words after it. `words` is a sticky
 * pattern for the plain words where a shape has its own rule for them.
 */
export function readLabel(reading: Reading, place: LabelPlace): string | null {
  const { closer, owner } = place;
  const start = reading.at;
  const quoted = takeText(reading, '"') ? readString(reading, owner) : "";
  if (quoted === null) return null;
  const raw = quoted + (take(reading, place.words ?? words) ?? "");
  if (raw !== "" && takeText(reading, closer)) return plainLabel(raw);
  if (isAtEnd(reading))
    return fail(reading, `The label of ${owner} is not closed: it needs ${closer} at its end.`, start);
  const sign = reading.text.charAt(reading.at);
  if (raw === "" && reading.text.startsWith(closer, reading.at)) {
    return fail(reading, `The label of ${owner} is empty: write something in it or leave it out.`, start);
  }
  if ("])}".includes(sign)) return fail(reading, `The label of ${owner} needs ${closer} at its end, not ${sign}.`);
  return fail(reading, `The label of ${owner} cannot hold ${sign} as it stands: put the whole label in quotes.`);
}

/** Reads the rest of a string whose opening quote is taken, and its closing quote. */
export function readString(reading: Reading, owner: string): string | null {
  const start = reading.at;
  const text = take(reading, string) ?? "";
  if (takeText(reading, '"')) return text;
  return fail(reading, `The quote that opens the label of ${owner} is never closed.`, start - 1);
}

/** A name short enough to stand in a message. */
export function shortName(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}

const namedEntities: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", apos: "'", nbsp: " " };

const markup = /<\/?(?:br|b|i|u|s|p|em|strong|sub|sup|small|code|span|div|font)\b[^<>]*>/gi;

/** A label as a person reads it: without line breaks, markup, icons and Mermaid's `#quot;` entities. */
export function plainLabel(raw: string): string {
  const trimmed = raw.trim();
  const isMarkdown = trimmed.length > 1 && trimmed.startsWith("`") && trimmed.endsWith("`");
  const text = isMarkdown ? trimmed.slice(1, -1).replaceAll("**", "") : trimmed;
  return text
    .replace(markup, " ")
    .replace(/\\n/g, " ")
    .replace(/\bfa[a-z]?:fa-[\w-]+/g, " ")
    .replace(/[#&]#?(\w{1,8});/g, decodeEntity)
    .replace(/\s+/g, " ")
    .trim();
}

function decodeEntity(entity: string, name: string): string {
  const code = /^\d+$/.test(name) ? Number(name) : Number.NaN;
  if (code > 31 && code <= 0x10ffff) return String.fromCodePoint(code);
  return Object.hasOwn(namedEntities, name) ? (namedEntities[name] ?? entity) : entity;
}
