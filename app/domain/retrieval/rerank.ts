/**
 * The order of what was found, by a weighted sum of features. The weights are fitted by a script on the development half
 * of the questions and on what the scenarios' checks ask, each of which names the section to study.
 */
import { featureNames, type FeatureName, type Features } from "./features.ts";
import type { Candidate } from "./lexical.ts";
import fitted from "./rerank-weights.json" with { type: "json" };

export type FeatureWeights = Record<FeatureName, number>;

/** The model whose cosines the weights are fitted to: another model's lie elsewhere. */
export const fittedModel: string = fitted.model;

/** With vectors, and by words alone. */
export type RerankWeights = { hybrid: FeatureWeights; words: FeatureWeights };

export const shippedRerankWeights: RerankWeights = {
  hybrid: readWeights(fitted.hybrid),
  words: readWeights(fitted.words),
};

function readWeights(written: Partial<Record<string, number>>): FeatureWeights {
  return Object.fromEntries(featureNames.map((name) => [name, written[name] ?? 0])) as FeatureWeights;
}

export type Reranked = Candidate & { features: Features };

export function weigh(features: Features, weights: FeatureWeights): number {
  return featureNames.reduce((sum, name) => sum + features[name] * weights[name], 0);
}

/** Sorts candidates anew; equals stay as they were. */
export function rerank(
  candidates: readonly Candidate[],
  { weights, featuresOf }: { weights: FeatureWeights; featuresOf: (at: number) => Features },
): Reranked[] {
  return candidates
    .map(({ at }) => {
      const features = featuresOf(at);
      return { at, features, score: weigh(features, weights) };
    })
    .toSorted((a, b) => b.score - a.score);
}
