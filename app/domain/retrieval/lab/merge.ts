/**
 * Two lists into one, in the ways that the sources print and the naive one: by ranks, by 0.7 of the meaning and 0.3 of
 * the words, or one list after the other.
 */
import { fuseRanks } from "../fusion.ts";
import type { Candidate } from "../lexical.ts";
import type { Fusion } from "./knobs.ts";

export const printedWeights = { meaning: 0.7, words: 0.3 };

type Lists = { lexical: readonly Candidate[]; dense: readonly Candidate[] };

/** One list alone keeps its order and its scores. */
export function mergeLists({ lexical, dense }: Lists, fusion: Fusion): Candidate[] {
  if (lexical.length === 0 || dense.length === 0) return [...lexical, ...dense];
  if (fusion.kind === "ranks") return fuseRanks([lexical, dense], fusion.k);
  return fusion.kind === "weights" ? addWeighted({ lexical, dense }) : oneAfterOther({ lexical, dense });
}

/** Word scores have no upper end; the best of the list is taken as 1. What a list does not have counts as 0 there. */
function addWeighted({ lexical, dense }: Lists): Candidate[] {
  const most = lexical[0]?.score || 1;
  const scores = new Map<number, number>();
  const add = (at: number, score: number) => scores.set(at, (scores.get(at) ?? 0) + score);
  for (const { at, score } of lexical) add(at, printedWeights.words * (score / most));
  for (const { at, score } of dense) add(at, printedWeights.meaning * score);
  return [...scores].map(([at, score]) => ({ at, score })).toSorted((a, b) => b.score - a.score || a.at - b.at);
}

function oneAfterOther({ lexical, dense }: Lists): Candidate[] {
  const known = new Set(lexical.map(({ at }) => at));
  return [...lexical, ...dense.filter(({ at }) => !known.has(at))];
}
