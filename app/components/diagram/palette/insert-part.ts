/**
 * Where a part goes in a source, and under which id: pure text, so that the editor, the plain field and completion do the
 * same.
 */
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { shapeSigns, type PartKind } from "./part-kinds.ts";

/** Puts `insert` in place of `from` to `to`; afterwards `select` is selected. */
export type SourceChange = { from: number; to: number; insert: string; select: { from: number; to: number } };

export function applyChange(source: string, { from, to, insert }: SourceChange): string {
  return source.slice(0, from) + insert + source.slice(to);
}

/** An id that stands nowhere in the source yet. Words inside labels count as taken too, which does no harm. */
export function freeId(source: string, stem: string): string {
  const taken = new Set(source.match(/[\p{L}\p{N}_]+/gu));
  if (!taken.has(stem)) return stem;
  let number = 2;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

/** A part as it is written, and where its name stands in that. */
export function writePart(kind: PartKind, source: string): { text: string; nameAt: number } {
  const { open, close } = shapeSigns[kind.shape];
  const start = freeId(source, kind.id) + open;
  return { text: start + kind.name + close, nameAt: start.length };
}

/** A link, or the sign that joins boxes, with nothing after it. */
export const endsInLink = /(?:--[->xo]|==[=>xo]|-\.+-[>xo]?|~~~|\|[^|\n]*\||&)[^\S\n]*$/;

const header = /^[^\S\n]*(?:flowchart|graph)\b[^\n]*/m;

/**
 * A part at the cursor: after a link it is what the link leads to, on an empty line it takes the line, and anywhere else
 * it gets a line of its own below. Nothing is put before the first line of the flowchart.
 */
export function insertPart(source: string, cursor: number, kind: PartKind): SourceChange {
  const { text, nameAt } = writePart(kind, source);
  const placed = (from: number, before: string, after = ""): SourceChange => {
    const at = from + before.length + nameAt;
    return { from, to: from, insert: before + text + after, select: { from: at, to: at + kind.name.length } };
  };
  if (source.trim() === "") return { ...placed(0, "flowchart LR\n  "), to: source.length };
  const chosen = placeAtCursor(source, cursor, placed);
  // Inside words that run over lines there is no place for a part; the end of the source always is one.
  const before = parseFlowchart(source);
  const after = parseFlowchart(applyChange(source, chosen));
  const isSpoilt = before.ok && !(after.ok && after.graph.nodes.length > before.graph.nodes.length);
  return isSpoilt ? placed(source.length, source.endsWith("\n") ? "  " : "\n  ") : chosen;
}

type Place = (from: number, before: string, after?: string) => SourceChange;

function placeAtCursor(source: string, cursor: number, placed: Place): SourceChange {
  const first = header.exec(source);
  const firstEnd = first ? first.index + first[0].length : 0;
  const at = Math.min(Math.max(cursor, firstEnd), source.length);
  const lineStart = source.lastIndexOf("\n", at - 1) + 1;
  const lineEnd = endOfLine(source, at);
  const before = source.slice(lineStart, at);
  if (endsInLink.test(before)) return placed(at, /\s$/.test(before) ? "" : " ", lineEnd === at ? "" : "\n  ");
  const line = source.slice(lineStart, lineEnd);
  if (line.trim() === "") return placed(lineEnd, line === "" ? "  " : "");
  return placed(lineEnd, `\n${indentBelow(line)}`);
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf("\n", at);
  return end < 0 ? source.length : end;
}

function indentBelow(line: string): string {
  const indent = /^[^\S\n]*/.exec(line)?.[0] ?? "";
  return /^\s*(?:flowchart|graph|subgraph)\b/.test(line) ? `${indent}  ` : indent;
}
