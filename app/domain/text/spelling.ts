/**
 * Words that may be misspellings of one another: Dice's coefficient of letter trigrams (Dice, 1945; Adamson and Boreham,
 * 1974). Short words are alike too easily and are left out.
 */

const shortestMisspelled = 5;
const longestDifference = 3;
/** Words less alike than this are two words. */
export const spellingFloor = 0.7;

export function canBeMisspelled(word: string): boolean {
  return word.length >= shortestMisspelled;
}

const trigramsOf = new Map<string, ReadonlySet<string>>();

function trigrams(word: string): ReadonlySet<string> {
  let grams = trigramsOf.get(word);
  if (!grams) {
    const padded = ` ${word} `;
    grams = new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
    if (trigramsOf.size > 50_000) trigramsOf.clear();
    trigramsOf.set(word, grams);
  }
  return grams;
}

/** How alike two words are spelled, 0 to 1. */
export function spellingLikeness(a: string, b: string): number {
  if (!canBeMisspelled(a) || !canBeMisspelled(b) || Math.abs(a.length - b.length) > longestDifference) return 0;
  const first = trigrams(a);
  const second = trigrams(b);
  let common = 0;
  for (const gram of first) if (second.has(gram)) common += 1;
  return (2 * common) / (first.size + second.size);
}

export type Spelled = { at: number; likeness: number };

/** Prepares words to be found by other spellings: what it gives names each by its place among `words`. */
export function findSpellings(words: readonly string[]): (word: string) => readonly Spelled[] {
  const holders = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    for (const gram of trigrams(word)) holders.set(gram, [...(holders.get(gram) ?? []), at]);
  }
  const known = new Map<string, readonly Spelled[]>();
  return (word) => {
    let found = known.get(word);
    if (!found) {
      const near = new Set([...trigrams(word)].flatMap((gram) => holders.get(gram) ?? []));
      found = [...near]
        .map((at) => ({ at, likeness: spellingLikeness(word, words[at] ?? "") }))
        .filter(({ likeness }) => likeness >= spellingFloor);
      if (known.size > 5_000) known.clear();
      known.set(word, found);
    }
    return found;
  };
}
