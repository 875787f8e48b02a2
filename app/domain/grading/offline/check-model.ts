/**
 * From features to verdicts: a weighted sum, the best over all windows, held against the sums from which a check counts as
 * partly met and met, and a red flag as raised. Weights, edges and probabilities are fitted by bench/fit-checks.ts on the
 * labelled answers of the development half.
 */
import {
  checkFeatureNames,
  completeFeatures,
  quickFeaturesOf,
  type CheckFeatureName,
  type Sight,
} from "./check-features.ts";
import fitted from "./check-weights.json" with { type: "json" };
import type { RubricBook, Target } from "./rubric-book.ts";
import { speechActs } from "./speech-act.ts";
import type { Window } from "./window.ts";

/** A probability from a sum: 1 / (1 + e^-(slope * sum + shift)). */
export type Curve = { slope: number; shift: number };

export type LinearModel = { weights: Float64Array; constant: number };

type Written = { weights: Partial<Record<CheckFeatureName, number>>; constant: number };

export function modelOf({ weights, constant }: Written): LinearModel {
  return { weights: Float64Array.from(checkFeatureNames, (name) => weights[name] ?? 0), constant };
}

export const checkModel = { ...modelOf(fitted.check), partial: fitted.check.partial, met: fitted.check.met };
export const flagModel = { ...modelOf(fitted.redFlag), raised: fitted.redFlag.raised };

export function likelihood(sum: number, { slope, shift }: Curve): number {
  return 1 / (1 + Math.exp(-(slope * sum + shift)));
}

export function sumOf(features: Float64Array, { weights, constant }: LinearModel): number {
  let sum = constant;
  for (let at = 0; at < weights.length; at += 1) sum += (weights[at] ?? 0) * (features[at] ?? 0);
  return sum;
}

export type Finding = { sight: Sight; sum: number };

const pairsAt = checkFeatureNames.indexOf("pairs");

const asksAt = speechActs.indexOf("asks");

/** A question asserts nothing: it speaks for a check that wants one, and for no other. */
export function canSpeakFor({ onlyAsks }: Window, { acts }: Target): boolean {
  return !onlyAsks || (acts[asksAt] ?? 0) > 0;
}

/** The window that speaks most for a target; null where nothing was said. */
export function findBest(at: number, sights: readonly Sight[], book: RubricBook): Finding | null {
  const target = book.targets[at];
  const model = target?.kind === "red flag" ? flagModel : checkModel;
  const most = model.weights[pairsAt] ?? 0;
  let best: Finding | null = null;
  const features = new Float64Array(checkFeatureNames.length);
  for (const sight of sights) {
    if (!target || !canSpeakFor(sight.window, target)) continue;
    quickFeaturesOf(sight, at, book, features);
    if (best !== null && sumOf(features, model) + most <= best.sum) continue;
    completeFeatures(features, sight, at, book);
    const sum = sumOf(features, model);
    if (best === null || sum > best.sum) best = { sight, sum };
  }
  return best;
}
