import { featureNames, type FeatureName } from "#app/domain/statements/features.ts";
import type { Sample } from "./human-sets.ts";

/** Features with a fixed part in the score, which are not fitted. */
const ruled: ReadonlySet<FeatureName> = new Set(["contrary", "exchanged", "disordered"]);
export const fittedNames = featureNames.filter((name) => !ruled.has(name));
const columns = fittedNames.map((name) => featureNames.indexOf(name));

export type FitOptions = { ridge: number };

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Features and scores of a set about their own means, scores in standard deviations: sets differ in level, not in what counts. */
function centred(samples: readonly Sample[]) {
  const means = columns.map((column) => meanOf(samples.map(({ features }) => features[column]!)));
  const level = meanOf(samples.map(({ score }) => score));
  const spread = Math.sqrt(meanOf(samples.map(({ score }) => (score - level) ** 2)));
  return {
    rows: samples.map(({ features }) => columns.map((column, at) => features[column]! - means[at]!)),
    scores: samples.map(({ score }) => (score - level) / spread),
  };
}

type Moments = { products: number[][]; withScore: number[] };

function momentsOf(samples: readonly Sample[]): Moments {
  const { rows, scores } = centred(samples);
  const products = columns.map((_, a) => columns.map((_, b) => meanOf(rows.map((row) => row[a]! * row[b]!))));
  return { products, withScore: columns.map((_, a) => meanOf(rows.map((row, at) => row[a]! * scores[at]!))) };
}

/**
 * Ridge regression with no weight below 0, every set with the same say, on features in standard deviations: coordinate
 * descent on the pooled moments. Divided by their sum, so that the statement itself has about 1.
 */
export function fitFeatures(
  sets: readonly (readonly Sample[])[],
  { ridge }: FitOptions,
): Partial<Record<FeatureName, number>> {
  const moments = sets.map(momentsOf);
  const spreads = columns.map((_, a) => Math.sqrt(meanOf(moments.map(({ products }) => products[a]![a]!))) || 1);
  const left = columns.map((_, a) =>
    columns.map(
      (_, b) =>
        meanOf(moments.map(({ products }) => products[a]![b]! / (spreads[a]! * spreads[b]!))) + (a === b ? ridge : 0),
    ),
  );
  const right = columns.map((_, a) => meanOf(moments.map(({ withScore }) => withScore[a]! / spreads[a]!)));
  const weights = columns.map(() => 0);
  for (let round = 0; round < 400; round += 1) {
    for (const a of columns.keys()) {
      const others = left[a]!.reduce((sum, value, b) => (a === b ? sum : sum + value * weights[b]!), 0);
      weights[a] = Math.max(0, (right[a]! - others) / left[a]![a]!);
    }
  }
  const raw = weights.map((weight, a) => weight / spreads[a]!);
  const total = raw.reduce((sum, weight) => sum + weight, 0) || 1;
  return Object.fromEntries(fittedNames.map((name, at) => [name, Math.round((1e4 * raw[at]!) / total) / 1e4]));
}
