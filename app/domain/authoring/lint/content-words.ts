/** The words of a text that carry its meaning, to see how far two texts say the same. */
import { wordsIn } from "../../text/words.ts";

/** Stems, without the words of grammar. */
export function contentWords(text: string): Set<string> {
  return new Set(
    wordsIn(text)
      .filter(({ isFunctionWord }) => !isFunctionWord)
      .map(({ key }) => key),
  );
}

/** What two sets have in common among all they have (Jaccard, 1901), 0 to 1. */
export function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** The same text but for case, punctuation and the form of its words. */
export function sameWords(text: string): string {
  return wordsIn(text)
    .map(({ key }) => key)
    .join(" ");
}
