/**
 * How ordinary a word is when systems of this kind are spoken of, whatever the situation: counted on the study pages and
 * on short answers to other questions (ordinary-table.ts). What is rarer than that, and said, has come from somewhere.
 */
import { meaningOf } from "../../../text/likeness.ts";
import { termsOf } from "../../../text/synonyms.ts";
import { wordsIn, type Span } from "../../../text/words.ts";
import { ordinaryTable } from "./ordinary-table.ts";

/** What a word counts that stands in no table, and how many such words there are. */
const unseen = { count: 0.3, words: 20_000 };

/** The words of a text that carry meaning, ways of saying the same thing taken together. */
export function meaningsOf(text: string, span?: Span): string[] {
  return termsOf(wordsIn(text, span))
    .filter(({ isFunctionWord }) => !isFunctionWord)
    .map(meaningOf);
}

export function countMeanings(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const meaning of meaningsOf(text)) counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
  return counts;
}

function readTable(): { counts: ReadonlyMap<string, number>; total: number } {
  const counts = new Map<string, number>();
  let total = unseen.count * unseen.words;
  for (const line of ordinaryTable.trim().split("\n")) {
    const [step = "", forms = ""] = line.split(":");
    const count = 2 ** (Number(step) / 2);
    for (const meaning of meaningsOf(forms)) {
      counts.set(meaning, (counts.get(meaning) ?? 0) + count);
      total += count;
    }
  }
  return { counts, total };
}

let table: ReturnType<typeof readTable> | null = null;

/** The share of all words that this one is, where no situation in particular is spoken of. */
export function ordinaryShare(meaning: string): number {
  table ??= readTable();
  return ((table.counts.get(meaning) ?? 0) + unseen.count) / table.total;
}
