/**
 * Citations in running text: `[S0:41]`, `[S1:36-44]`, or several as `[S0:41, S2:30]`.
 */
import { SourceSchema, type Source } from "../scenarios/schema.ts";

export type CitedText = { kind: "words"; text: string } | { kind: "citations"; sources: Source[] };

const bracketed = /\[(S\d[^[\]\n]{0,200})\]/g;

/** Cuts text at its citations, in order. What looks like a citation and is none stays words. */
export function splitCitations(text: string): CitedText[] {
  const parts: CitedText[] = [];
  let from = 0;
  for (const found of text.matchAll(bracketed)) {
    const sources = readSources(found[1] ?? "");
    if (!sources) continue;
    if (found.index > from) parts.push({ kind: "words", text: text.slice(from, found.index) });
    parts.push({ kind: "citations", sources });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push({ kind: "words", text: text.slice(from) });
  return parts;
}

/** Brackets that begin like a citation and name no source, such as `[S7:1]`. */
export function brokenCitations(text: string): string[] {
  return [...text.matchAll(bracketed)].filter((found) => !readSources(found[1] ?? "")).map((found) => found[0]);
}

function readSources(list: string): Source[] | null {
  const parsed = list.split(",").map((source) => SourceSchema.safeParse(source.trim().replace("–", "-")));
  return parsed.every((source) => source.success) ? parsed.map((source) => source.data) : null;
}
