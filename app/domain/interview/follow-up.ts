/**
 * Which follow-up question to put: the probe of the unmet check with the most points of the final score at stake
 * that has not been probed yet.
 */
import type { Check, Criterion, Rubric, Verdict } from "../scenarios/schema.ts";
import type { Turn } from "./transcript.ts";

export type VerdictsSoFar = ReadonlyMap<string, Verdict>;

const lost: Record<Verdict, number> = { met: 0, partial: 0.5, not_met: 1, insufficient_evidence: 1 };

/** Points of the 0-100 score that the check would still add, given its criterion's weight (weights summing to 100). */
function pointsAtStake(criterion: Criterion, check: Check, verdict: Verdict): number {
  const maxPoints = criterion.checks.reduce((sum, each) => sum + each.points, 0);
  return (criterion.weight * check.points * lost[verdict]) / maxPoints;
}

export function chooseFollowUp(rubric: Rubric, turns: readonly Turn[], verdicts: VerdictsSoFar): Check | null {
  const probed = new Set(turns.map((turn) => turn.checkId));
  let best: { check: Check; stake: number } | null = null;
  for (const criterion of rubric.criteria) {
    for (const check of criterion.checks) {
      if (probed.has(check.id)) continue;
      const stake = pointsAtStake(criterion, check, verdicts.get(check.id) ?? "not_met");
      if (stake > 0 && (best === null || stake > best.stake)) best = { check, stake };
    }
  }
  return best?.check ?? null;
}
