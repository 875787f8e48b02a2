/**
 * How far two graders of the same answers agree: the share of equal verdicts, and Cohen's kappa with quadratic weights
 * (Cohen, 1968) on the ordered scale not met, partly met, met. `insufficient_evidence` counts as not met on that scale.
 */
import type { Verdict } from "../scenarios/schema.ts";

export type VerdictPair = { first: Verdict; second: Verdict };

const scale: Record<Verdict, number> = { not_met: 0, insufficient_evidence: 0, partial: 1, met: 2 };
const steps = 3;

/** Share of pairs with the same place on the scale, 0 to 1; null without pairs. */
export function exactAgreement(pairs: readonly VerdictPair[]): number | null {
  if (pairs.length === 0) return null;
  return pairs.filter(({ first, second }) => scale[first] === scale[second]).length / pairs.length;
}

/**
 * Quadratically weighted kappa, at most 1; 0 is what chance gives. Null where it is not defined: no pairs, or both
 * graders put everything on one and the same place.
 */
export function weightedKappa(pairs: readonly VerdictPair[]): number | null {
  const firsts = Array.from({ length: steps }, () => 0);
  const seconds = Array.from({ length: steps }, () => 0);
  let observed = 0;
  for (const pair of pairs) {
    const [a, b] = [scale[pair.first], scale[pair.second]];
    firsts[a] = (firsts[a] ?? 0) + 1;
    seconds[b] = (seconds[b] ?? 0) + 1;
    observed += (a - b) ** 2;
  }
  let expected = 0;
  for (const [a, countA] of firsts.entries()) {
    for (const [b, countB] of seconds.entries()) expected += ((a - b) ** 2 * countA * countB) / pairs.length;
  }
  return pairs.length === 0 || expected === 0 ? null : 1 - observed / expected;
}
