/**
 * Two people's versions of one set of files, and what both started from. A file that only one of them changed is theirs;
 * one that both changed is a conflict, which a person decides: nothing that somebody wrote goes without being seen. Inside
 * such a file lines that only one of them touched are merged as a proposal (the three-way merge of diff3).
 */
import { diffArrays, diffWordsWithSpace } from "diff";

export type Texts = Readonly<Record<string, string>>;

/** What both wrote of one file. Null: there it is removed. */
export type Conflict = { path: string; base: string | null; mine: string | null; theirs: string | null };

export type Merged = { texts: Record<string, string>; conflicts: Conflict[]; taken: string[] };

function pathsOf(...each: Texts[]): string[] {
  return [...new Set(each.flatMap((texts) => Object.keys(texts)))].sort();
}

/** `texts` hold my version where there is a conflict; `taken` are the files that came from theirs. */
export function mergeTexts({ base, mine, theirs }: { base: Texts; mine: Texts; theirs: Texts }): Merged {
  const merged: Merged = { texts: {}, conflicts: [], taken: [] };
  for (const path of pathsOf(base, mine, theirs)) {
    const [was, here, there] = [base[path] ?? null, mine[path] ?? null, theirs[path] ?? null];
    const isTheirs = here === was && there !== here;
    if (isTheirs) merged.taken.push(path);
    if (here !== was && there !== was && here !== there) {
      merged.conflicts.push({ path, base: was, mine: here, theirs: there });
    }
    const text = isTheirs ? there : here;
    if (text !== null) merged.texts[path] = text;
  }
  return merged;
}

export function sameTexts(a: Texts, b: Texts): boolean {
  return a === b || pathsOf(a, b).every((path) => a[path] === b[path]);
}

/** What has to be sent so that `from` becomes `to`; null removes a file. */
export function changesBetween(from: Texts, to: Texts): Record<string, string | null> {
  return Object.fromEntries(
    pathsOf(from, to)
      .filter((path) => from[path] !== to[path])
      .map((path) => [path, to[path] ?? null]),
  );
}

export function applyChanges(texts: Texts, changes: Readonly<Record<string, string | null>>): Record<string, string> {
  const changed: [string, string | null][] = Object.entries({ ...texts, ...changes });
  return Object.fromEntries(changed.filter((entry): entry is [string, string] => entry[1] !== null));
}

const markers = { mine: "<<<<<<< yours", between: "=======", theirs: ">>>>>>> theirs" } as const;

/** Whether somebody still has to decide a place that `proposeMerge` marked. */
export function hasMarkers(text: string): boolean {
  const lines = text.split(/\r?\n/);
  return lines.includes(markers.mine) || lines.includes(markers.theirs);
}

/** Lines of the base that one side replaced: from inclusive, to exclusive, and what stands there instead. */
type Hunk = { from: number; to: number; lines: string[] };

/** Comparing two texts with nothing in common could take minutes: past this many edits both stand whole. */
const mostEdits = 4_000;

function hunksOf(base: readonly string[], changed: readonly string[]): Hunk[] {
  const parts = diffArrays([...base], [...changed], { maxEditLength: mostEdits });
  if (parts === undefined) return [{ from: 0, to: base.length, lines: [...changed] }];
  const hunks: Hunk[] = [];
  let at = 0;
  for (const part of parts) {
    const last = hunks.at(-1);
    const open = last?.to === at && (part.added || part.removed) ? last : null;
    const hunk = open ?? { from: at, to: at, lines: [] };
    if (part.removed) hunk.to += part.value.length;
    if (part.added) hunk.lines.push(...part.value);
    if ((part.added || part.removed) && !open) hunks.push(hunk);
    if (!part.added) at += part.value.length;
  }
  return hunks;
}

/** One side's version of a stretch of the base. */
function versionOf(
  base: readonly string[],
  hunks: readonly Hunk[],
  { from, to }: { from: number; to: number },
): string[] {
  const lines: string[] = [];
  let at = from;
  for (const hunk of hunks) {
    lines.push(...base.slice(at, hunk.from), ...hunk.lines);
    at = hunk.to;
  }
  return [...lines, ...base.slice(at, to)];
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at]);
}

/** Hunks of both sides that touch each other, as one stretch. Two insertions at one place touch. */
function stretchesOf(mine: readonly Hunk[], theirs: readonly Hunk[]) {
  const all = [...mine, ...theirs].sort((a, b) => a.from - b.from || a.to - b.to);
  const stretches: { from: number; to: number; mine: Hunk[]; theirs: Hunk[] }[] = [];
  for (const hunk of all) {
    const last = stretches.at(-1);
    const open = last && hunk.from <= last.to ? last : null;
    const stretch = open ?? { from: hunk.from, to: hunk.to, mine: [], theirs: [] };
    stretch.to = Math.max(stretch.to, hunk.to);
    (mine.includes(hunk) ? stretch.mine : stretch.theirs).push(hunk);
    if (!open) stretches.push(stretch);
  }
  return stretches;
}

/**
 * One text out of both, with the places that both changed marked in it one after the other. `undecided` counts them.
 * Without a base every line that differs is such a place.
 */
export function proposeMerge({ base, mine, theirs }: Conflict): { text: string; undecided: number } {
  const [was, here, there] = [base ?? "", mine ?? "", theirs ?? ""].map((text) => text.split("\n"));
  if (!was || !here || !there) return { text: mine ?? "", undecided: 0 };
  const lines: string[] = [];
  let at = 0;
  let undecided = 0;
  for (const stretch of stretchesOf(hunksOf(was, here), hunksOf(was, there))) {
    lines.push(...was.slice(at, stretch.from));
    const own = versionOf(was, stretch.mine, stretch);
    const other = versionOf(was, stretch.theirs, stretch);
    if (stretch.mine.length === 0 || sameLines(own, other)) lines.push(...other);
    else if (stretch.theirs.length === 0) lines.push(...own);
    else {
      undecided += 1;
      lines.push(markers.mine, ...own, markers.between, ...other, markers.theirs);
    }
    at = stretch.to;
  }
  return { text: [...lines, ...was.slice(at)].join("\n"), undecided };
}

export type DifferencePart = { text: string; kind: "same" | "added" | "removed" };

/** How one text became another, by words; where the two have little in common each stands whole. */
export function wordDifference(before: string, after: string): DifferencePart[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (parts === undefined) {
    const whole: DifferencePart[] = [
      { text: before, kind: "removed" },
      { text: after, kind: "added" },
    ];
    return whole.filter(({ text }) => text !== "");
  }
  return parts.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? "added" : removed ? "removed" : "same",
  }));
}
