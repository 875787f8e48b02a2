/**
 * Two texts laid over each other word by word (Myers, 1986, by the `diff` package). The work is bounded: what differs in
 * too many places is shown line by line, and beyond that as a whole.
 */
import { diffLines, diffWordsWithSpace } from "diff";

export type ChangedWords = { text: string; kind: "same" | "added" | "removed" };

const mostEdits = 1_500;
const longestByWords = 30_000;

type Change = { value: string; added: boolean; removed: boolean };

function kindOf({ added, removed }: Change): ChangedWords["kind"] {
  if (added) return "added";
  return removed ? "removed" : "same";
}

export function wordDifference(before: string, after: string): ChangedWords[] {
  const bounded = { maxEditLength: mostEdits };
  const byWords =
    before.length + after.length <= longestByWords ? diffWordsWithSpace(before, after, bounded) : undefined;
  const changes: Change[] | undefined = byWords ?? diffLines(before, after, bounded);
  if (changes) return changes.map((change) => ({ text: change.value, kind: kindOf(change) }));
  return [
    { text: before, kind: "removed" },
    { text: after, kind: "added" },
  ];
}
