/**
 * How far a text says a statement, 0 to 1, from its features: a weighted sum, through a curve that is 0 where nothing is
 * said and 1 for the statement itself, less what is said to the contrary. The weights are fitted on answers that people
 * scored (bench/fit-weights.ts); what denial and exchange take away is a rule, not a fit.
 */
import { featureNames, type FeatureName } from "./features.ts";
import fitted from "./saying-weights.json" with { type: "json" };

export type Weights = {
  features: Partial<Record<FeatureName, number>>;
  /** Sum at which half is said, and how fast it rises there. */
  middle: number;
  slope: number;
};

export const shippedWeights: Weights = { features: fitted.features, middle: fitted.middle, slope: fitted.slope };

/** Most that is left of a statement that is wholly denied or exchanged. */
const cost = { contrary: 0.75, exchanged: 0.75, disordered: 0.9 };

const placeOf = (name: FeatureName) => featureNames.indexOf(name);
const places = { contrary: placeOf("contrary"), exchanged: placeOf("exchanged"), disordered: placeOf("disordered") };

const vectors = new WeakMap<Weights, Float64Array>();

function vectorOf(weights: Weights): Float64Array {
  let vector = vectors.get(weights);
  if (!vector) {
    vector = Float64Array.from(featureNames, (name) => weights.features[name] ?? 0);
    vectors.set(weights, vector);
  }
  return vector;
}

/** The weighted sum alone: 0 for nothing, about 1 for the statement itself. */
export function sumOf(features: Float64Array, weights: Weights = shippedWeights): number {
  const vector = vectorOf(weights);
  let sum = 0;
  for (let at = 0; at < vector.length; at += 1) sum += (vector[at] ?? 0) * (features[at] ?? 0);
  return sum;
}

const logistic = (value: number) => 1 / (1 + Math.exp(-value));

/** The curve through (0, 0) and (1, 1). */
export function curve(sum: number, { middle, slope }: Pick<Weights, "middle" | "slope">): number {
  const [low, high] = [logistic(-slope * middle), logistic(slope * (1 - middle))];
  return Math.min(1, Math.max(0, (logistic(slope * (sum - middle)) - low) / (high - low)));
}

/** What is left of a statement after what is said to the contrary, 0 to 1. */
export function leftOf(features: Float64Array): number {
  const swapped = Math.min(1, 2 * (features[places.exchanged] ?? 0));
  return (
    1 -
    Math.max(
      cost.contrary * (features[places.contrary] ?? 0),
      cost.exchanged * swapped,
      cost.disordered * (features[places.disordered] ?? 0),
    )
  );
}

export function sayingOf(
  features: Float64Array,
  weights: Weights = shippedWeights,
  { heedsContrary = true } = {},
): number {
  return curve(sumOf(features, weights), weights) * (heedsContrary ? leftOf(features) : 1);
}
