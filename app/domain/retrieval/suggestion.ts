/**
 * The word that a misspelled one was meant to be: the known word at the fewest slips, a slip being one letter too many,
 * missing, wrong, or two neighbours swapped (Damerau, 1964; the distance of optimal string alignment).
 */
import { wordsIn } from "../text/words.ts";

/** Slips between two words, or `most + 1` as soon as there are more. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

/** Short words are one slip from too many others. */
const shortestCorrected = 5;
const shortestBegun = 4;

const withoutVowels = (word: string) => word.replace(/[aeiou]/g, "_");

/**
 * Whether one slip makes a word out of another. A letter taken for another turns too many words into other real ones:
 * that counts for a vowel in a long word only.
 */
function isOneSlip(typed: string, known: string): boolean {
  if (typed[0] !== known[0] || known.length < shortestCorrected || slipsBetween(typed, known, 1) > 1) return false;
  const letters = (word: string) => word.split("").toSorted().join("");
  const isSubstitution = typed.length === known.length && letters(typed) !== letters(known);
  return !isSubstitution || (typed.length >= 7 && withoutVowels(typed) === withoutVowels(known));
}

/**
 * Learns the words of texts; what it gives names the one that an unknown word was meant to be, or was begun to be, or
 * null.
 */
export function createSuggest(texts: Iterable<string>): (word: string) => string | null {
  const counts = new Map<string, number>();
  const stems = new Set<string>();
  for (const text of texts) {
    for (const word of wordsIn(text)) {
      if (/\d/.test(word.text)) continue;
      counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
      stems.add(word.key);
    }
  }
  const known = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
  return (typed) => {
    const [word] = wordsIn(typed);
    if (!word || stems.has(word.key) || counts.has(typed)) return null;
    if (typed.length >= shortestCorrected) {
      const meant = known.find((each) => isOneSlip(typed, each));
      if (meant !== undefined) return meant;
    }
    return typed.length >= shortestBegun ? (known.find((each) => each.startsWith(typed)) ?? null) : null;
  };
}
