/**
 * Where an edit cuts a YAML text and what it puts there. Each function gives the texts to try, the best first; whether one
 * of them says what was meant is seen by reading it (edit-yaml.ts).
 */
import { isCollection, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { FormValue } from "../form/form-value.ts";
import type { YamlPath } from "./yaml-path.ts";
import {
  columnOf,
  keyNames,
  lineEnd,
  lineStart,
  nodeAt,
  opensLine,
  pairAt,
  pairEnd,
  pairStart,
  spanOf,
  type YamlSource,
} from "./yaml-source.ts";
import { writeAfterKey, writeFlow, writeItem, writeKey, writeScalar, type ScalarStyle } from "./yaml-writing.ts";

export type Cut = { start: number; end: number; put: string };

/** Line breaks are those of the text; what ended with one still does. */
export function spliced(text: string, { start, end, put }: Cut): string {
  const lost = text.slice(start, end).endsWith("\n") && put !== "" && !put.endsWith("\n") ? "\n" : "";
  const written = text.includes("\r\n") ? (put + lost).replaceAll("\n", "\r\n") : put + lost;
  return text.slice(0, start) + written + text.slice(end);
}

/** Whether something stands inside brackets. */
function isInFlow({ document }: YamlSource, path: YamlPath): boolean {
  return path.some((_, length) => {
    const node = nodeAt(document, path.slice(0, length));
    return isCollection(node) && node.flow === true;
  });
}

/** The column of a block mapping's keys or of a block list's dashes. */
function columnOfItems(source: YamlSource, holder: Node | null): number {
  const start = isMap(holder) ? pairStart(holder.items[0]) : holder ? spanOf(holder).start : 0;
  return columnOf(source.text, start);
}

function isScalarValue(value: FormValue): value is string | number | boolean {
  return value !== null && typeof value !== "object";
}

/** One value for another. */
export function replacements(source: YamlSource, path: YamlPath, value: FormValue): Cut[] {
  const node = nodeAt(source.document, path);
  if (!node) return [];
  const isFlow = isInFlow(source, path);
  const indent = isFlow ? 0 : columnOfItems(source, nodeAt(source.document, path.slice(0, -1)));
  const { start, end } = spanOf(node);
  if (isScalarValue(value) && isScalar(node)) {
    const before = /[:-]/.test(source.text[start - 1] ?? "") ? " " : "";
    return writeScalar(value, { indent, isFlow }, node.type as ScalarStyle).map((written) => {
      return { start, end, put: before + written };
    });
  }
  if (isFlow) return [{ start, end, put: writeFlow(value) }];
  const pair = pairAt(source.document, path);
  if (!pair) return [{ start, end, put: writeItem(value, indent) }];
  const { key } = pair.map.items[pair.at] as Pair<Node>;
  const colon = source.text.indexOf(":", spanOf(key).end) + 1;
  const between = source.text.slice(colon, start).trim();
  const put = between === "" ? writeAfterKey(value, indent) : writeFlow(value);
  return [{ start: between === "" ? colon : start, end: Math.max(end, colon), put }];
}

/** A new pair, before the first one that comes after it in the order of names. */
export function insertedPair(source: YamlSource, path: YamlPath, value: FormValue, order: readonly string[]): Cut[] {
  const map = nodeAt(source.document, path.slice(0, -1));
  const key = String(path.at(-1));
  if (!isMap(map) || map.items.length === 0) return [];
  const own = order.indexOf(key);
  const next = own < 0 ? -1 : keyNames(map).findIndex((name) => order.indexOf(name) > own);
  const before = map.items[(next < 0 ? map.items.length : next) - 1];
  if (map.flow || isInFlow(source, path.slice(0, -1))) {
    const written = `${writeKey(key)}: ${writeFlow(value)}`;
    const at = before ? pairEnd(before) : pairStart(map.items[0]);
    return [{ start: at, end: at, put: before ? `, ${written}` : `${written}, ` }];
  }
  const column = columnOfItems(source, map);
  const written = `${writeKey(key)}:${writeAfterKey(value, column)}`;
  if (before) return [lineAfter(source.text, pairEnd(before), " ".repeat(column) + written)];
  const at = pairStart(map.items[0]);
  return [{ start: at, end: at, put: `${written}\n${" ".repeat(column)}` }];
}

/** Lines of their own below what ends at a place. */
function lineAfter(text: string, end: number, lines: string): Cut {
  const at = lineEnd(text, end);
  const isOpen = at > 0 && text[at - 1] !== "\n";
  return { start: at, end: at, put: `${isOpen ? "\n" : ""}${lines}\n` };
}

export function removedPair(source: YamlSource, path: YamlPath): Cut[] {
  const found = pairAt(source.document, path);
  if (!found || found.map.items.length < 2) return [];
  const { map, at } = found;
  const [before, pair, next] = [map.items[at - 1], map.items[at], map.items[at + 1]];
  const [start, end] = [pairStart(pair), pairEnd(pair)];
  if (map.flow && before) return [{ start: pairEnd(before), end, put: "" }];
  if (map.flow || !opensLine(source.text, start)) return [{ start, end: pairStart(next), put: "" }];
  return [{ start: lineStart(source.text, start), end: lineEnd(source.text, end), put: "" }];
}

/** The items of a list with the lines each takes; null for brackets, and where an item has no line of its own. */
export function itemLines(source: YamlSource, path: YamlPath): { start: number; end: number }[] | null {
  const list = nodeAt(source.document, path);
  if (!isSeq(list) || list.flow || isInFlow(source, path)) return null;
  const ends = list.items.map((item) => spanOf(item as Node).end);
  const lines = list.items.map((item, at) => {
    const dash = source.text.lastIndexOf("-", spanOf(item as Node).start - 1);
    const top = opensLine(source.text, dash) ? lineStart(source.text, dash) : -1;
    const start = at === 0 || top < 0 ? top : aboveComments(source.text, top, ends[at - 1] ?? 0);
    return { start, end: lineEnd(source.text, ends[at] ?? 0) };
  });
  return lines.every(({ start }) => start >= 0) ? lines : null;
}

/** Comments right above an item go with it. */
function aboveComments(text: string, top: number, floor: number): number {
  let start = top;
  while (start > floor) {
    const above = lineStart(text, start - 1);
    if (above < floor || !text.slice(above, start).trimStart().startsWith("#")) break;
    start = above;
  }
  return start;
}

/** A new item of a list that has some. */
export function insertedItem(source: YamlSource, path: YamlPath, at: number, item: FormValue): Cut[] {
  const list = nodeAt(source.document, path);
  if (!isSeq(list) || list.items.length === 0) return [];
  const before = list.items[at - 1] as Node | undefined;
  const first = list.items[0] as Node;
  if (list.flow || isInFlow(source, path)) {
    const place = before ? spanOf(before).end : spanOf(first).start;
    return [{ start: place, end: place, put: before ? `, ${writeFlow(item)}` : `${writeFlow(item)}, ` }];
  }
  const column = columnOfItems(source, list);
  const likeSibling = isCollection(first) && first.flow ? writeFlow(item) : writeItem(item, column);
  const lines = `${" ".repeat(column)}- ${likeSibling}`;
  if (before) return [lineAfter(source.text, spanOf(before).end, lines)];
  const top = lineStart(source.text, spanOf(list).start);
  return [{ start: top, end: top, put: `${lines}\n` }];
}

/** One of several items. */
export function removedItem(source: YamlSource, path: YamlPath, at: number): Cut[] {
  const list = nodeAt(source.document, path);
  if (!isSeq(list) || list.items.length < 2) return [];
  const lines = itemLines(source, path)?.[at];
  if (lines) return [{ ...lines, put: "" }];
  const [before, item, next] = [list.items[at - 1], list.items[at], list.items[at + 1]] as (Node | undefined)[];
  if (!item) return [];
  if (before) return [{ start: spanOf(before).end, end: spanOf(item).end, put: "" }];
  return next ? [{ start: spanOf(item).start, end: spanOf(next).start, put: "" }] : [];
}

/** The items of a list in another order; what stands between them stays where it is. */
export function reordered(source: YamlSource, path: YamlPath, order: readonly number[]): Cut[] {
  const list = nodeAt(source.document, path);
  if (!isSeq(list)) return [];
  const { text } = source;
  const slots = itemLines(source, path) ?? list.items.map((item) => spanOf(item as Node));
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return [];
  const isLines = text.slice(first.start, first.end).endsWith("\n");
  const parts = slots.map(({ start, end }) => text.slice(start, end)).map((part) => (isLines ? ended(part) : part));
  const put = slots.map(({ end }, at) => {
    const next = slots[at + 1];
    return (parts[order[at] ?? at] ?? "") + (next ? text.slice(end, next.start) : "");
  });
  // The line breaks are the text's own already.
  return [{ start: first.start, end: last.end, put: put.join("").replaceAll("\r\n", "\n") }];
}

function ended(lines: string): string {
  return lines.endsWith("\n") ? lines : `${lines}\n`;
}
