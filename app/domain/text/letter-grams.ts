/**
 * Runs of three to five letters, hashed into a fixed number of places: texts that share parts of words are alike even
 * where they share no word.
 */

export const gramPlaces = 512;
const [shortest, longest] = [3, 5];

function placeOf(gram: string): number {
  let hash = 2166136261;
  for (let at = 0; at < gram.length; at += 1) hash = Math.imul(hash ^ gram.charCodeAt(at), 16777619);
  return (hash >>> 0) % gramPlaces;
}

const known = new Map<string, readonly number[]>();

function gramsOf(word: string): readonly number[] {
  let grams = known.get(word);
  if (!grams) {
    const padded = ` ${word} `;
    const found: number[] = [];
    for (let size = shortest; size <= longest; size += 1) {
      for (let at = 0; at + size <= padded.length; at += 1) found.push(placeOf(padded.slice(at, at + size)));
    }
    grams = found;
    if (known.size > 20_000) known.clear();
    known.set(word, grams);
  }
  return grams;
}

/** Adds a word's runs of letters to a profile of `gramPlaces` numbers. */
export function addLetters(profile: Float64Array, word: string, weight: number): void {
  for (const place of gramsOf(word)) profile[place] = (profile[place] ?? 0) + weight;
}

export function lengthOf(profile: Float64Array): number {
  let squares = 0;
  for (const value of profile) squares += value * value;
  return Math.sqrt(squares);
}

/** 0 for nothing in common, 1 for the same proportions. */
export function lettersInCommon(a: Float64Array, b: Float64Array): number {
  let product = 0;
  for (let place = 0; place < gramPlaces; place += 1) product += (a[place] ?? 0) * (b[place] ?? 0);
  const lengths = lengthOf(a) * lengthOf(b);
  return lengths === 0 ? 0 : product / lengths;
}
