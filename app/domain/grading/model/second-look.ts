/**
 * The second look: one more reading of an answer with the checks in another order, only where the first is in doubt. It is
 * no vote: where the two differ, the reading with less evidence counts, and the check is shown as doubtful. That holds for
 * red flags as well, so that a mistake seen by one reading only is not held against anybody.
 */
import type { Rubric, Verdict } from "../../scenarios/schema.ts";
import type { CheckResult, CriterionResult, GradeResult, RedFlagResult, SecondLook } from "../grade.ts";
import { bandFloors, lowConfidenceBelow, scoreCriteria } from "../score.ts";

/** Below this a verdict is in doubt. */
const doubtBelow = 0.7;
/** Of the edge itself: 40, 60 and 80 are near from 38 to 42, 57 to 63 and 76 to 84. */
const nearEdgeShare = 0.05;

type Reason = SecondLook["reasons"][number];

function resultsOf(criteria: readonly CriterionResult[]) {
  return criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);
}

function isNearEdge(score: number): boolean {
  return bandFloors.some(({ from }) => from > 0 && Math.abs(score - from) <= nearEdgeShare * from);
}

/** Why a grade should be looked at again; empty where it need not be. */
export function needsSecondLook({ score, criteria, flags }: GradeResult): Reason[] {
  const reasons: Reason[] = [];
  if (resultsOf(criteria).some(({ confidence }) => confidence < doubtBelow)) reasons.push("low_confidence");
  if (flags.includes("quote_dropped")) reasons.push("quote_dropped");
  if (flags.includes("instructs_the_grader") || flags.includes("keyword_list")) reasons.push("attack");
  if (isNearEdge(score)) reasons.push("near_band_edge");
  return reasons;
}

/** How much a verdict grants; the two that grant nothing are no disagreement. */
const grants: Record<Verdict, number> = { met: 2, partial: 1, not_met: 0, insufficient_evidence: 0 };

/** Half of what is called low confidence: two readings that differ are as good as a coin. */
const readingsDiffered = "Two readings differed; the less generous one counts.";
const confidenceWhenDiffering = lowConfidenceBelow / 2;

function lesser<R extends CheckResult | RedFlagResult>(first: R, second: R | undefined, disagreed: string[]): R {
  if (!second) return first;
  const difference = grants[second.verdict] - grants[first.verdict];
  if (difference === 0) return { ...first, confidence: Math.max(first.confidence, second.confidence) };
  disagreed.push(first.id);
  const chosen = difference < 0 ? second : first;
  const reason = `${chosen.reason} ${readingsDiffered}`.trim();
  return { ...chosen, reason, confidence: Math.min(first.confidence, second.confidence, confidenceWhenDiffering) };
}

/** One grade of two readings of the same answer; totals are made anew. */
export function reconcile(
  rubric: Rubric,
  { first, second, reasons }: { first: GradeResult; second: GradeResult; reasons: Reason[] },
): GradeResult {
  const disagreed: string[] = [];
  const criteria = first.criteria.map((criterion, at) => {
    const other = second.criteria[at];
    return {
      ...criterion,
      checks: criterion.checks.map((check, nth) => lesser(check, other?.checks[nth], disagreed)),
      redFlags: criterion.redFlags.map((flag, nth) => lesser(flag, other?.redFlags[nth], disagreed)),
    };
  });
  const noted = new Set([...first.flags, ...second.flags]);
  noted.delete("low_confidence");
  if (disagreed.length > 0) noted.add("low_confidence");
  const scored = scoreCriteria(rubric, criteria, [...noted]);
  return { ...first, ...scored, findings: first.findings, secondLook: { reasons, disagreed } };
}
