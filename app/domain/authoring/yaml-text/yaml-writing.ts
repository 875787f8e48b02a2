/**
 * Values as YAML, in the style that scenarios are written in: names plain, sentences in double quotes on one line, longer
 * texts as a block, lists one item a line.
 */
import { parse } from "yaml";
import type { FormValue } from "../form/form-value.ts";

/** How the text that is replaced was written, as the `yaml` package calls it. */
export type ScalarStyle = "PLAIN" | "QUOTE_DOUBLE" | "QUOTE_SINGLE" | "BLOCK_LITERAL" | "BLOCK_FOLDED";

/** `indent` is the column of what holds the value; `isFlow` inside brackets, where no block can stand. */
export type Surroundings = { indent: number; isFlow: boolean };

const plainName = /^(?:S[0-3]|[a-z0-9.]+(?:-[a-z0-9]+)*)(?:#[a-z0-9-]+)?$/;
/** Nothing here can be read as the start, the end or a part of something else. */
const plainWords = /^[\p{L}](?:[\p{L}\p{N} '’.()/+_-]*[\p{L}\p{N}.)])?$/u;

/** Older readers of YAML take some words for truth values. */
const taken = /^(?:yes|no|on|off|y|n)$/i;

function readsBack(source: string, value: unknown): boolean {
  try {
    return parse(source) === value && !taken.test(source);
  } catch {
    return false;
  }
}

const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function doubleQuoted(value: string): string {
  const escaped = (each: string) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replaceAll(unprintable, escaped);
}

/** Null where a block would not read back as the same text. */
function literal(value: string, { indent, isFlow }: Surroundings): string | null {
  const isPlain =
    /^[^\s\p{C}][^\r\p{Co}\p{Cs}]*\S$/u.test(value) && !/[^\n\P{Cc}]/u.test(value) && !unprintable.test(value);
  if (isFlow || !isPlain) return null;
  const inset = " ".repeat(indent + 2);
  return `|-\n${value.replaceAll(/^(?=.)/gm, inset)}`;
}

/** The ways to write a value, the one that fits best first; the last of them always reads back. */
export function writeScalar(value: string | number | boolean, around: Surroundings, was?: ScalarStyle): string[] {
  if (typeof value !== "string") return [String(value)];
  const styles: string[] = [];
  const block =
    value.includes("\n") || was === "BLOCK_LITERAL" || was === "BLOCK_FOLDED" ? literal(value, around) : null;
  if (block !== null) styles.push(block);
  const isName = plainName.test(value) || (was === "PLAIN" && plainWords.test(value));
  if (isName && readsBack(value, value)) styles.push(value);
  if (was === "QUOTE_SINGLE" && !/[\n\r\t]|\p{C}/u.test(value)) styles.push(`'${value.replaceAll("'", "''")}'`);
  return [...styles, doubleQuoted(value)];
}

function isScalar(value: FormValue): value is string | number | boolean {
  return typeof value !== "object";
}

function isList(value: FormValue): value is readonly FormValue[] {
  return Array.isArray(value);
}

/** Inside brackets, on one line. */
export function writeFlow(value: FormValue): string {
  if (value === null) return "null";
  if (isScalar(value)) return writeScalar(value, { indent: 0, isFlow: true })[0] ?? "";
  if (isList(value)) return `[${value.map(writeFlow).join(", ")}]`;
  const pairs = Object.entries(value).map(([key, each]) => `${writeKey(key)}: ${writeFlow(each)}`);
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

export function writeKey(key: string): string {
  return /^(?:[A-Za-z][A-Za-z0-9]*|\d|[a-z0-9]+(?:-[a-z0-9]+)+)$/.test(key) ? key : doubleQuoted(key);
}

/** What follows `key:`, with the space or line break before it. `indent` is the key's column. */
export function writeAfterKey(value: FormValue, indent: number): string {
  if (value === null) return "";
  if (isScalar(value)) return ` ${writeScalar(value, { indent, isFlow: false })[0] ?? ""}`;
  if (Object.keys(value).length === 0) return isList(value) ? " []" : " {}";
  const inset = indent + 2;
  return `\n${" ".repeat(inset)}${isList(value) ? writeItems(value, inset) : writeMapping(value, inset)}`;
}

/** Lines of a list; the first begins where the text stands, the others at the column. */
function writeItems(items: readonly FormValue[], indent: number): string {
  return items.map((item) => `- ${writeItem(item, indent)}`).join(`\n${" ".repeat(indent)}`);
}

/** What follows `- ` at the column. */
export function writeItem(item: FormValue, indent: number): string {
  if (item === null) return "null";
  if (isScalar(item)) return writeScalar(item, { indent, isFlow: false })[0] ?? "";
  if (isList(item) || Object.keys(item).length === 0) return writeFlow(item);
  return writeMapping(item, indent + 2);
}

function writeMapping(value: { readonly [key: string]: FormValue }, indent: number): string {
  return Object.entries(value)
    .map(([key, each]) => `${writeKey(key)}:${writeAfterKey(each, indent)}`)
    .join(`\n${" ".repeat(indent)}`);
}
