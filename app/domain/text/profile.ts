/**
 * Several ways of saying one thing, as a weighted bag of terms. What many of the ways share weighs more than what one of
 * them happens to mention (the centroid of tf-idf vectors).
 */
import { meaningOf, type Rarity, type SaidTerm } from "./likeness.ts";

export type Profile = { weights: ReadonlyMap<string, number>; norm: number };

/** Denied and asserted words are different words here: "we train" and "we do not train" share nothing. */
function nameOf(term: SaidTerm): string {
  return term.isDenied ? `not ${meaningOf(term)}` : meaningOf(term);
}

export function profileOf(phrasings: readonly (readonly SaidTerm[])[], rarity: Rarity): Profile {
  const weights = new Map<string, number>();
  for (const phrasing of phrasings) {
    const terms = new Map(phrasing.map((term) => [nameOf(term), rarity(term)]));
    for (const [name, weight] of terms) weights.set(name, (weights.get(name) ?? 0) + weight);
  }
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  return { weights, norm: Math.sqrt(squares) };
}

/** 0 for nothing in common, 1 for the same proportions. */
export function cosine(a: Profile, b: Profile): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  const [few, many] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let product = 0;
  for (const [name, weight] of few.weights) product += weight * (many.weights.get(name) ?? 0);
  return product / (a.norm * b.norm);
}
