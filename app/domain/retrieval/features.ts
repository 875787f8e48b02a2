/**
 * What speaks for a passage as the answer to a query, as named numbers near 0 to 1: how well the words match, how near the
 * meaning is, and where both stand. Without vectors the features of meaning are 0.
 */
import { cosineAt, type QueryVector } from "./dense.ts";
import type { PassageVectors, RetrievalIndex } from "./index-material.ts";
import type { Candidate } from "./lexical.ts";
import type { Query } from "./query.ts";

export const featureNames = [
  "words",
  "wordsRank",
  "meaning",
  "meaningRank",
  "nearestSentence",
  "nearestHeading",
  "covered",
  "coveredByHeading",
  "coveredTyped",
  "isTerm",
  "isContradiction",
  "isMistakes",
] as const;
export type FeatureName = (typeof featureNames)[number];
export type Features = Record<FeatureName, number>;

export type Found = {
  query: Query;
  /** Null in a search by words alone. */
  vector: QueryVector | null;
  lexical: readonly Candidate[];
  dense: readonly Candidate[];
};

/** The nearest sentence of a passage: its number there and its cosine. */
export function nearestSentence(
  vectors: PassageVectors,
  at: number,
  vector: QueryVector,
): { nth: number; cosine: number } {
  const from = vectors.sentenceFrom[at] ?? 0;
  const to = vectors.sentenceFrom[at + 1] ?? from;
  let best = { nth: 0, cosine: -1 };
  for (let row = from; row < to; row += 1) {
    const cosine = cosineAt(vectors.sentences, row, vector);
    if (cosine > best.cosine) best = { nth: row - from, cosine };
  }
  return best;
}

/** Share of a query's words, the rare ones counting more, that a set of keys has; a stand-in counts by its weight. */
export function coverage({ terms }: Query, keys: ReadonlySet<string>, rarity: (key: string) => number): number {
  const bestOf = new Map<number, { has: number; weighs: number }>();
  for (const { key, weight, origin } of terms) {
    const known = bestOf.get(origin) ?? { has: 0, weighs: 0 };
    // A word that nothing has is as telling as a rare one.
    const weighs = Math.max(known.weighs, weight === 1 ? rarity(key) || unknownRarity : 0);
    bestOf.set(origin, { has: Math.max(known.has, keys.has(key) ? weight : 0), weighs });
  }
  let [has, all] = [0, 0];
  for (const each of bestOf.values()) {
    const weighs = each.weighs || typicalRarity;
    has += each.has * weighs;
    all += weighs;
  }
  return all === 0 ? 0 : has / all;
}

const unknownRarity = 5;
/** Of an everyday phrase made of common words. */
const typicalRarity = 3;

/** Reads the features of candidates. The first of each list is the measure for the rest of it. */
export function readFeatures(index: RetrievalIndex, found: Found): (at: number) => Features {
  const { query, vector, lexical, dense } = found;
  const placesOf = (list: readonly Candidate[]) => new Map(list.map((each, rank) => [each.at, { ...each, rank }]));
  const [byWords, byMeaning] = [placesOf(lexical), placesOf(dense)];
  const most = lexical[0]?.score ?? 1;
  const typed: Query = { ...query, terms: query.terms.filter(({ weight }) => weight === 1) };
  return (at) => {
    const { rarity, keys, headingKeys } = index.lexical;
    const none: ReadonlySet<string> = new Set();
    const kind = index.passages[at]?.kind;
    const byVector = vector && index.vectors ? { vector, vectors: index.vectors } : null;
    return {
      words: (byWords.get(at)?.score ?? 0) / most,
      wordsRank: rankShare(byWords.get(at)?.rank),
      meaning: byVector ? cosineAt(byVector.vectors.whole, at, byVector.vector) : 0,
      meaningRank: rankShare(byMeaning.get(at)?.rank),
      nearestSentence: byVector ? nearestSentence(byVector.vectors, at, byVector.vector).cosine : 0,
      nearestHeading: byVector ? cosineAt(byVector.vectors.headings, at, byVector.vector) : 0,
      covered: coverage(query, keys[at] ?? none, rarity),
      coveredByHeading: coverage(query, headingKeys[at] ?? none, rarity),
      coveredTyped: coverage(typed, keys[at] ?? none, rarity),
      isTerm: kind === "term" ? 1 : 0,
      isContradiction: kind === "contradiction" ? 1 : 0,
      isMistakes: index.passages[at]?.section === "common-mistakes" ? 1 : 0,
    };
  };
}

/** 1 for the first, falling by half in ten places, 0 for what is not in the list. */
function rankShare(rank: number | undefined): number {
  return rank === undefined ? 0 : 10 / (10 + rank);
}
