/**
 * Edits of a YAML text that leave every line alone which they do not change. An edit is tried as a cut of the text; only
 * what reads back as exactly the data that was meant is taken. Where no cut does, such as inside an alias, the part is
 * written anew, and comments in it go.
 */
import { parseDocument, stringify, visit, type Document } from "yaml";
import type { FormValue } from "../form/form-value.ts";
import {
  insertedItem,
  insertedPair,
  removedItem,
  removedPair,
  reordered,
  replacements,
  spliced,
  type Cut,
} from "./splice-yaml.ts";
import { isMapping, sameValue, shortenToExisting, valueAt, withValue, type YamlPath } from "./yaml-path.ts";
import { nodeAt, readSource, type YamlSource } from "./yaml-source.ts";
import { writeAfterKey } from "./yaml-writing.ts";

const plainly = { lineWidth: 0 } as const;

/** The text that says what is meant, found among cuts or else written anew from the nearest list or mapping on. */
function settle(source: YamlSource, meant: unknown, path: YamlPath, cuts: readonly Cut[]): string {
  const saysIt = (text: string) => {
    const read = readSource(text);
    return read !== null && sameValue(read.value, meant);
  };
  for (const cut of cuts) {
    const text = spliced(source.text, cut);
    if (saysIt(text)) return text;
  }
  const rewritten = rewrite(source, meant, path);
  return saysIt(rewritten) ? rewritten : stringify(meant, plainly);
}

function rewrite({ text, document }: YamlSource, meant: unknown, path: YamlPath): string {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    if (!nodeAt(document, part.slice(0, -1))) continue;
    const copy = withoutAliases(text);
    const value = valueAt(meant, part);
    if (value === undefined) copy.deleteIn(part);
    else copy.setIn(part, copy.createNode(value));
    return copy.toString(plainly);
  }
  return stringify(meant, plainly);
}

/** What an alias stands for is written out in its place. */
function withoutAliases(text: string): Document {
  const document: Document = parseDocument(text, { prettyErrors: false });
  visit(document, { Alias: (_, alias) => document.createNode(alias.resolve(document)?.toJS(document)) });
  visit(document, { Node: (_, node) => void ("anchor" in node && delete node.anchor) });
  return document;
}

export type SetValue = { path: YamlPath; value: FormValue; order?: readonly string[] };

/**
 * Writes a value at the end of a way; whatever is missing on the way is made, and `null` takes a key away. `order` is that
 * of the names beside a new one. A text that is not YAML stays as it is.
 */
export function setValue(text: string, { path: asked, value: asWritten, order = [] }: SetValue): string {
  const source = readSource(text);
  if (!source) return text;
  if (asWritten === null) return takeAway(source, asked);
  const { path, value } = shortenToExisting(source.value, asked, asWritten);
  const was = valueAt(source.value, path);
  if (sameValue(was, value)) return text;
  if (Array.isArray(value) && Array.isArray(was) && was.length > 0 && value.length > 0) {
    return setList(text, path, was, value);
  }
  const meant = withValue(source.value, path, () => value);
  if (path.length === 0) return settle(source, meant, path, [atTheEnd(text, value)]);
  const cuts = nodeAt(source.document, path)
    ? replacements(source, path, value)
    : [...insertedPair(source, path, value, order), ...intoEmpty(source, path, value)];
  return settle(source, meant, path, cuts);
}

function takeAway(source: YamlSource, path: YamlPath): string {
  if (typeof path.at(-1) === "number" || valueAt(source.value, path) === undefined) return source.text;
  const meant = withValue(source.value, path, () => undefined);
  return settle(source, meant, path, removedPair(source, path));
}

/** The first pair of a text without any. */
function atTheEnd(text: string, value: FormValue): Cut {
  const isOpen = text !== "" && !text.endsWith("\n");
  return { start: text.length, end: text.length, put: `${isOpen ? "\n" : ""}${writeAfterKey(value, -2).slice(1)}\n` };
}

/** A mapping without pairs is written anew around its first. */
function intoEmpty(source: YamlSource, path: YamlPath, value: FormValue): Cut[] {
  const holder = path.slice(0, -1);
  const held = valueAt(source.value, holder);
  const isEmpty = isMapping(held) && Object.keys(held).length === 0;
  return isEmpty && holder.length > 0 ? replacements(source, holder, { [String(path.at(-1))]: value }) : [];
}

/** A list as a whole: items at its beginning and its end that are the same keep their lines. */
function setList(text: string, path: YamlPath, was: readonly unknown[], value: readonly FormValue[]): string {
  const shorter = Math.min(was.length, value.length);
  let [same, tail] = [0, 0];
  while (same < shorter && sameValue(was[same], value[same])) same += 1;
  while (tail < shorter - same && sameValue(was.at(-1 - tail), value.at(-1 - tail))) tail += 1;
  let edited = text;
  for (let at = same; at < shorter - tail; at += 1) {
    edited = setValue(edited, { path: [...path, at], value: value[at] ?? "" });
  }
  for (let at = shorter - tail; at < was.length - tail; at += 1) {
    edited = removeItemAt(edited, { path, at: shorter - tail });
  }
  for (let at = shorter - tail; at < value.length - tail; at += 1) {
    edited = insertItemAt(edited, { path, at, item: value[at] ?? "" });
  }
  return edited;
}

export type ListPlace = { path: YamlPath; at: number };

/** The list at the end of a way; null where there is something else, empty where there is nothing. */
function listAt(source: YamlSource, path: YamlPath): readonly unknown[] | null {
  const found = valueAt(source.value, path) ?? [];
  return Array.isArray(found) ? found : null;
}

/** A place past the end means the end. */
export function insertItemAt(
  text: string,
  { path, at, item, order }: ListPlace & { item: FormValue; order?: readonly string[] },
): string {
  const source = readSource(text);
  const list = source && listAt(source, path);
  if (!source || !list) return text;
  if (list.length === 0) return setValue(text, { path, value: [item], ...(order && { order }) });
  const place = Math.min(Math.max(at, 0), list.length);
  const meant = withValue(source.value, path, () => list.toSpliced(place, 0, item));
  return settle(source, meant, path, insertedItem(source, path, place, item));
}

export function removeItemAt(text: string, { path, at }: ListPlace): string {
  const source = readSource(text);
  const list = source && listAt(source, path);
  if (!source || !list || !(at in list)) return text;
  const left = list.toSpliced(at, 1);
  const meant = withValue(source.value, path, () => left);
  return settle(source, meant, path, left.length > 0 ? removedItem(source, path, at) : replacements(source, path, []));
}

/** The item at one place stands at another afterwards. */
export function moveItemAt(text: string, { path, at, to }: ListPlace & { to: number }): string {
  const source = readSource(text);
  const list = source && listAt(source, path);
  if (!source || !list || !(at in list)) return text;
  const place = Math.min(Math.max(to, 0), list.length - 1);
  const order = list
    .map((_, nth) => nth)
    .toSpliced(at, 1)
    .toSpliced(place, 0, at);
  const meant = withValue(source.value, path, () => order.map((nth) => list[nth]));
  return place === at ? text : settle(source, meant, path, reordered(source, path, order));
}
