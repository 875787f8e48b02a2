/**
 * The four documents that the material rests on, by the key they are cited with.
 */
import type { Source } from "../scenarios/schema.ts";

export const sourceKeys = ["S0", "S1", "S2", "S3"] as const;
export type SourceKey = (typeof sourceKeys)[number];

/** What each document is, as a reader would tell them apart. */
export const sourceDocument: Record<SourceKey, string> = {
  S0: "a practitioner’s article with figures of late 2025",
  S1: "a visual guide to the decision",
  S2: "a course page with code",
  S3: "a short comparison with questions and answers",
};

/** A citation in words: `S0:34-41` is "S0, lines 34–41". */
export function citationWords(source: Source): string {
  const [key, lines] = splitSource(source);
  return `${key}, ${lines.includes("-") ? "lines" : "line"} ${lines.replace("-", "–")}`;
}

/** The cited documents in order, each with its lines in order: what a page rests on. */
export function groupSources(sources: readonly Source[]): { key: SourceKey; lines: string[] }[] {
  return sourceKeys.flatMap((key) => {
    const lines = sources.map(splitSource).filter(([document]) => document === key);
    const sorted = [...new Set(lines.map(([, line]) => line))].toSorted(
      (a, b) => Number.parseInt(a) - Number.parseInt(b),
    );
    return sorted.length > 0 ? [{ key, lines: sorted.map((line) => line.replace("-", "–")) }] : [];
  });
}

function splitSource(source: Source): [string, string] {
  const [key = "", lines = ""] = source.split(":");
  return [key, lines];
}
