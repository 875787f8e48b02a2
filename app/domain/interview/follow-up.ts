/**
 * Which check a follow-up question is aimed at: the unmet one with the most points of the final score at stake that has not
 * been probed yet. Where it is in doubt whether a check is unmet, less is at stake.
 */
import type { Check, Criterion, Rubric, Verdict } from "../scenarios/schema.ts";
import type { Turn } from "./transcript.ts";

export type VerdictsSoFar = ReadonlyMap<string, Verdict>;
/** How surely each check is not met yet, 0 to 1, by whoever reads the answers. */
export type Doubts = ReadonlyMap<string, number>;

const lost: Record<Verdict, number> = { met: 0, partial: 0.5, not_met: 1, insufficient_evidence: 1 };

/** A probe of what has been said already costs more than a probe of something small. */
const doubtPower = 6;
/** What may well have been said already, by this much, is asked for only when nothing surer is open. */
const leastDoubt = 0.75;

/** Points of the 0-100 score that the check would still add, given its criterion's weight (weights summing to 100). */
function pointsAtStake(criterion: Criterion, check: Check, verdict: Verdict): number {
  const maxPoints = criterion.checks.reduce((sum, each) => sum + each.points, 0);
  return (criterion.weight * check.points * lost[verdict]) / maxPoints;
}

/** `criterionIds` keeps to those criteria. */
export function chooseFollowUp(
  rubric: Rubric,
  turns: readonly Turn[],
  verdicts: VerdictsSoFar,
  { doubts, criterionIds }: { doubts?: Doubts | undefined; criterionIds?: readonly string[] | undefined } = {},
): Check | null {
  const isTwisted = turns.some(({ kind }) => kind === "twist");
  const probed = new Set(turns.filter(({ kind }) => kind === "question").map(({ checkId }) => checkId));
  type Aim = { check: Check; stake: number } | null;
  let [sure, unsure]: [Aim, Aim] = [null, null];
  for (const criterion of rubric.criteria) {
    if (criterionIds && !criterionIds.includes(criterion.id)) continue;
    for (const check of criterion.checks) {
      const doubt = doubts?.get(check.id) ?? 1;
      if (check.afterTwist && !isTwisted) continue;
      if (probed.has(check.id)) continue;
      const atStake = pointsAtStake(criterion, check, verdicts.get(check.id) ?? "not_met");
      const stake = atStake * doubt ** doubtPower;
      const isSure = doubt >= leastDoubt;
      const best: Aim = isSure ? sure : unsure;
      if (stake <= 0 || (best !== null && stake <= best.stake)) continue;
      if (isSure) sure = { check, stake };
      else unsure = { check, stake };
    }
  }
  return (sure ?? unsure)?.check ?? null;
}
