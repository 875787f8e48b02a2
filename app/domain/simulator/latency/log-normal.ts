/**
 * A log-normal distribution of a duration, fitted to a median and a 95th percentile: the usual shape of latencies, never
 * below zero and with a long tail. The logarithm of the duration is normal with mean `mu` and deviation `sigma`.
 */
export type LogNormal = { mu: number; sigma: number };

/** The standard normal's own 95th percentile. */
const z95 = 1.6448536269514722;

/** Needs 0 < p50 <= p95. */
export function fitLogNormal({ p50, p95 }: { p50: number; p95: number }): LogNormal {
  return { mu: Math.log(p50), sigma: Math.log(p95 / p50) / z95 };
}

export function meanOf({ mu, sigma }: LogNormal): number {
  return Math.exp(mu + sigma ** 2 / 2);
}

/** The share of durations up to this one. */
export function shareUpTo({ mu, sigma }: LogNormal, duration: number): number {
  if (duration <= 0) return 0;
  const distance = Math.log(duration) - mu;
  if (sigma === 0) return distance < 0 ? 0 : 1;
  return normalShare(distance / sigma);
}

/** The standard normal's share below z, to within 1e-7 (Abramowitz and Stegun 26.2.17). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z < 0 ? tail : 1 - tail;
}

export type Mixture = readonly { share: number; of: LogNormal }[];

/** The duration below which this share of a mixture lies, by bisection; a percentile of 0.5 is the median. */
export function percentileOfMixture(mixture: Mixture, percentile: number): number {
  const present = mixture.filter(({ share }) => share > 0);
  const ends = present.flatMap(({ of }) => [of.mu - 9 * of.sigma, of.mu + 9 * of.sigma]);
  let [low, high] = [Math.min(...ends), Math.max(...ends)];
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    const below = present.reduce((sum, { share, of }) => sum + share * shareUpTo(of, Math.exp(middle)), 0);
    if (below < percentile) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** The share of a mixture in each of equally wide buckets from zero. */
export function mixtureShares(mixture: Mixture, { width, buckets }: { width: number; buckets: number }): number[] {
  const upTo = (duration: number) => mixture.reduce((sum, { share, of }) => sum + share * shareUpTo(of, duration), 0);
  return Array.from({ length: buckets }, (_, bucket) => Math.max(0, upTo((bucket + 1) * width) - upTo(bucket * width)));
}
