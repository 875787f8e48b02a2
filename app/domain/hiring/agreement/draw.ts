/**
 * Draws of a bootstrap over counted patterns: how often each pattern comes when as many sessions are drawn as there are.
 * That is one multinomial draw, made of binomial ones, so the work hangs on the number of patterns and not of sessions.
 * Binomial numbers are made by inversion where few are expected, and else by transformed rejection (Hörmann, "The
 * generation of binomial random variates", 1993, algorithm BTRS).
 */
import type { Random } from "../../simulator/seeded-random.ts";

const fewExpected = 10;

function invert(n: number, p: number, random: Random): number {
  const odds = p / (1 - p);
  let share = Math.exp(n * Math.log1p(-p));
  let left = random();
  let k = 0;
  while (left > share && k < n) {
    left -= share;
    k += 1;
    share *= (odds * (n - k + 1)) / k;
  }
  return k;
}

/** What Stirling's formula for the logarithm of k! lacks. */
function stirlingRest(k: number): number {
  const square = (k + 1) ** 2;
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

function reject(n: number, p: number, random: Random): number {
  const odds = p / (1 - p);
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const inside = 0.92 - 4.2 / b;
  const height = (2.83 + 5.1 / b) * spread;
  const mode = Math.floor((n + 1) * p);
  const atMode = (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) + stirlingRest(mode);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + centre);
    if (edge >= 0.07 && v <= inside) return k;
    if (k < 0 || k > n) continue;
    const most =
      atMode +
      stirlingRest(n - mode) +
      (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
      (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) -
      stirlingRest(k) -
      stirlingRest(n - k);
    if (Math.log((v * height) / (a / edge ** 2 + b)) <= most) return k;
  }
}

/** How many of n happen that each happen with the chance p. */
export function drawBinomial(n: number, p: number, random: Random): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - drawBinomial(n, 1 - p, random);
  return n * p < fewExpected ? invert(n, p, random) : reject(n, p, random);
}

/** Draws as many as the counts come to, each place with the chance of its count, into `drawn`. */
export function drawMultinomial(counts: readonly number[], random: Random, drawn: Float64Array): void {
  let all = counts.reduce((sum, count) => sum + count, 0);
  let left = all;
  for (const [place, count] of counts.entries()) {
    const k = drawBinomial(left, all > count ? count / all : 1, random);
    drawn[place] = k;
    left -= k;
    all -= count;
  }
}
