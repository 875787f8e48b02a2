/**
 * Logistic regression by Newton's method, with a ridge and with signs: each weight may be held at or above 0, or at or
 * below. The step within the signs is found by coordinate descent on the quadratic approximation.
 */

export type Example = { features: Float64Array; target: number; weight: number };
export type Fitted = { weights: Float64Array; constant: number };
export type Sign = 1 | -1 | 0;

const newtonSteps = 12;
const sweeps = 60;

const clip = (value: number, sign: Sign, most: number) =>
  Math.max(sign === 1 ? 0 : -most, Math.min(sign === -1 ? 0 : most, value));

function quadratic(examples: readonly Example[], at: Float64Array, ridge: number) {
  const size = at.length;
  const gradient = new Float64Array(size);
  const curvature = Array.from({ length: size }, () => new Float64Array(size));
  for (const { features, target, weight } of examples) {
    let sum = at[size - 1] ?? 0;
    for (let i = 0; i < size - 1; i += 1) sum += (features[i] ?? 0) * (at[i] ?? 0);
    const chance = 1 / (1 + Math.exp(-sum));
    const bend = Math.max(1e-4, chance * (1 - chance)) * weight;
    const pull = (chance - target) * weight;
    for (let i = 0; i < size; i += 1) {
      const own = i === size - 1 ? 1 : (features[i] ?? 0);
      gradient[i] = (gradient[i] ?? 0) + pull * own;
      const row = curvature[i];
      if (!row || own === 0) continue;
      for (let j = 0; j < size; j += 1) row[j] = (row[j] ?? 0) + bend * own * (j === size - 1 ? 1 : (features[j] ?? 0));
    }
  }
  for (let i = 0; i < size - 1; i += 1) {
    gradient[i] = (gradient[i] ?? 0) + ridge * (at[i] ?? 0);
    const row = curvature[i];
    if (row) row[i] = (row[i] ?? 0) + ridge;
  }
  return { gradient, curvature };
}

/** Features should be standardised: the ridge weighs them alike. */
export function fitLogistic(
  examples: readonly Example[],
  { ridge, signs, most = [] }: { ridge: number; signs: Sign[]; most?: number[] },
): Fitted {
  const size = signs.length + 1;
  let at = new Float64Array(size);
  for (let step = 0; step < newtonSteps; step += 1) {
    const { gradient, curvature } = quadratic(examples, at, ridge);
    const next = Float64Array.from(at);
    for (let sweep = 0; sweep < sweeps; sweep += 1) {
      for (let i = 0; i < size; i += 1) {
        const row = curvature[i];
        if (!row) continue;
        let slope = gradient[i] ?? 0;
        for (let j = 0; j < size; j += 1) slope += (row[j] ?? 0) * ((next[j] ?? 0) - (at[j] ?? 0));
        next[i] = clip((next[i] ?? 0) - slope / ((row[i] ?? 0) + 1e-9), signs[i] ?? 0, most[i] ?? Infinity);
      }
    }
    at = next;
  }
  return { weights: at.slice(0, size - 1), constant: at[size - 1] ?? 0 };
}
