/**
 * One list out of several by reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009): each list gives a passage
 * 1 / (k + its rank), so scores of different scales need not be compared.
 */
import type { Candidate } from "./lexical.ts";

export const rankConstant = 60;

export function fuseRanks(lists: readonly (readonly Candidate[])[], k = rankConstant): Candidate[] {
  const scores = new Map<number, number>();
  for (const list of lists) {
    for (const [rank, { at }] of list.entries()) scores.set(at, (scores.get(at) ?? 0) + 1 / (k + rank + 1));
  }
  return [...scores].map(([at, score]) => ({ at, score })).toSorted((a, b) => b.score - a.score || a.at - b.at);
}
