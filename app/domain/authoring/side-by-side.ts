/**
 * Two versions of a text beside each other, for a person who has to choose: what both say is said once and shortened,
 * and where they differ the words that only one of them has are marked.
 */
import { diffArrays } from "diff";
import { wordDifference, type DifferencePart } from "./merging.ts";

export type SideBySideRow =
  | { kind: "same"; lines: string[] }
  /** Lines that are the same and not shown. */
  | { kind: "skipped"; count: number }
  | { kind: "different"; mine: DifferencePart[]; theirs: DifferencePart[] };

/** Lines of context on each side of a difference. */
const context = 2;
const mostEdits = 4_000;
/** Longer stretches are not compared word by word. */
const mostCompared = 20_000;

function different(mine: string[], theirs: string[]): SideBySideRow {
  const [here, there] = [mine.join("\n"), theirs.join("\n")];
  const parts =
    here.length + there.length > mostCompared
      ? ([
          { text: there, kind: "removed" },
          { text: here, kind: "added" },
        ] satisfies DifferencePart[])
      : wordDifference(there, here);
  return {
    kind: "different",
    mine: parts.filter(({ kind }) => kind !== "removed"),
    theirs: parts.filter(({ kind }) => kind !== "added"),
  };
}

/** The ends of a stretch that both have; `open` says on which sides a difference follows. */
function same(lines: string[], open: { before: boolean; after: boolean }): SideBySideRow[] {
  const first = open.before ? lines.slice(0, context) : [];
  const last = open.after ? lines.slice(Math.max(first.length, lines.length - context)) : [];
  const count = lines.length - first.length - last.length;
  if (count <= 1) return [{ kind: "same", lines }];
  const rows: SideBySideRow[] = [
    { kind: "same", lines: first },
    { kind: "skipped", count },
    { kind: "same", lines: last },
  ];
  return rows.filter((row) => row.kind !== "same" || row.lines.length > 0);
}

export function sideBySide(mine: string, theirs: string): SideBySideRow[] {
  const [here, there] = [mine.split("\n"), theirs.split("\n")];
  const parts = diffArrays(there, here, { maxEditLength: mostEdits });
  if (parts === undefined) return [different(here, there)];
  const rows: SideBySideRow[] = [];
  let open: { mine: string[]; theirs: string[] } = { mine: [], theirs: [] };
  const close = () => {
    if (open.mine.length + open.theirs.length > 0) rows.push(different(open.mine, open.theirs));
    open = { mine: [], theirs: [] };
  };
  for (const [at, { value, added, removed }] of parts.entries()) {
    if (added) open.mine.push(...value);
    else if (removed) open.theirs.push(...value);
    else {
      close();
      rows.push(...same(value, { before: at > 0, after: at < parts.length - 1 }));
    }
  }
  close();
  return rows;
}
