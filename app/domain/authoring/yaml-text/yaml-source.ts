/**
 * A YAML text with what stands where in it, so that an edit can replace the characters of one value and no others.
 */
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
} from "yaml";
import { findRepeatedNames, findYamlFault } from "../../scenarios/yaml-bounds.ts";
import type { YamlPath } from "./yaml-path.ts";

/** `value` is the data of the text. */
export type YamlSource = { text: string; document: Document.Parsed; value: unknown };

/** One form holds several texts, and each is asked for often. */
const mostKept = 8;
const kept = new Map<string, YamlSource | null>();

/** Null for a text that is not YAML. */
export function readSource(text: string): YamlSource | null {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const read = parseSource(text);
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, read);
  return read;
}

function parseSource(text: string): YamlSource | null {
  if (findYamlFault(text)) return null;
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  if (document.errors.length > 0 || findRepeatedNames(document).length > 0) return null;
  try {
    // Whatever two places share through an alias is taken for two values.
    const value: unknown = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 50 }) ?? null));
    return { text, document, value };
  } catch {
    return null;
  }
}

/** A key of a mapping with its value; `at` is its place among the pairs. */
export type FoundPair = { map: Node & { items: Pair[]; flow?: boolean }; at: number };

function keyName(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

/** The node at the end of a way, not through an alias. */
export function nodeAt(document: Document.Parsed, path: YamlPath): Node | null {
  let node: unknown = document.contents;
  for (const key of path) {
    if (typeof key === "number") node = isSeq(node) ? node.items[key] : null;
    else node = isMap(node) ? node.items.find((pair) => keyName(pair) === key)?.value : null;
  }
  return isScalar(node) || isCollection(node) || isAlias(node) ? node : null;
}

/** The pair that ends a way. */
export function pairAt(document: Document.Parsed, path: YamlPath): FoundPair | null {
  const map = nodeAt(document, path.slice(0, -1));
  if (!isMap(map)) return null;
  const at = map.items.findIndex((pair) => keyName(pair) === path.at(-1));
  return at < 0 ? null : { map: map as FoundPair["map"], at };
}

export function keyNames(map: { items: unknown[] }): string[] {
  return map.items.map((pair) => keyName(pair as Pair));
}

function nodeStart(node: unknown): number {
  return (node as Node).range?.[0] ?? 0;
}

export function pairStart(pair: unknown): number {
  return nodeStart((pair as Pair).key);
}

/** Where the characters of a node begin and end. What a block collection ends with is its last item. */
export function spanOf(node: Node): { start: number; end: number } {
  return { start: nodeStart(node), end: endOf(node) };
}

function endOf(node: unknown): number {
  if (!isCollection(node)) return (node as Node | null)?.range?.[1] ?? 0;
  const last: unknown = node.items.at(-1);
  if (node.flow || last === undefined) return node.range?.[1] ?? 0;
  return isMap(node) ? pairEnd(last) : endOf(last);
}

export function pairEnd(pair: unknown): number {
  const { key, value } = pair as Pair;
  return Math.max(endOf(key), endOf(value));
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** One past the line break of the line on which something ends; what ends with its line break ends there. */
export function lineEnd(text: string, at: number): number {
  if (at > 0 && text[at - 1] === "\n") return at;
  const next = text.indexOf("\n", at);
  return next < 0 ? text.length : next + 1;
}

/** Whether nothing but white space stands before a place in its line. */
export function opensLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === "";
}
