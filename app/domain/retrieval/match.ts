/**
 * Whether the best of what was found answers the query at all: a probability from how well its words and its meaning fit,
 * by logistic regression on questions with and without an answer in the material.
 */
import type { Features } from "./features.ts";
import type { Query } from "./query.ts";
import fitted from "./match-weights.json" with { type: "json" };

/** What the probability is read from: words and meaning, or one of them where the other is not to be had. */
export type Evidence = "both" | "words" | "meaning";

export const matchFeatureNames = ["coveredTyped", "meaning", "nearestSentence", "unknown"] as const;
export type MatchFeatures = Record<(typeof matchFeatureNames)[number], number>;

export type MatchWeights = { bias: number; weights: Partial<Record<string, number>>; threshold: number };

export const shippedMatchWeights: Record<Evidence, MatchWeights> = fitted;

/** Passages that may speak for a match; a better one further down is chance. */
const looked = 3;

/** What speaks for the first few passages; `isKnown` says whether any passage has a stem or concept. */
export function readMatch(top: readonly Features[], query: Query, isKnown: (key: string) => boolean): MatchFeatures {
  const best = (name: keyof Features) => Math.max(0, ...top.slice(0, looked).map((features) => features[name]));
  return {
    coveredTyped: best("coveredTyped"),
    meaning: best("meaning"),
    nearestSentence: best("nearestSentence"),
    unknown: unknownShare(query, isKnown),
  };
}

/** Share of the words as typed that no passage has, nor any word that may stand in for them. */
function unknownShare({ terms }: Query, isKnown: (key: string) => boolean): number {
  const known = new Set(terms.filter(({ key }) => isKnown(key)).map(({ origin }) => origin));
  const typed = terms.filter(({ weight }) => weight === 1);
  return typed.length === 0 ? 0 : typed.filter(({ origin }) => !known.has(origin)).length / typed.length;
}

export function matchProbability(match: MatchFeatures, { bias, weights }: MatchWeights): number {
  const sum = matchFeatureNames.reduce((total, name) => total + match[name] * (weights[name] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}
