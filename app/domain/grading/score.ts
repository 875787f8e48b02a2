/**
 * From verdicts to points, levels, score and band. The only place where totals are made, for every grader alike.
 * A criterion earns points from its checks, less what its raised red flags cost, never below zero; the score is the
 * weighted share over all criteria.
 */
import type { Band, Criterion, Rubric, Verdict } from "../scenarios/schema.ts";
import type { EvidenceGate } from "./evidence/evidence.ts";
import { noFindings } from "./findings/findings.ts";
import type { CheckResult, Claim, CriterionResult, Flag, GradeResult, RedFlagResult } from "./grade.ts";

const share: Record<Verdict, number> = { met: 1, partial: 0.5, not_met: 0, insufficient_evidence: 0 };

/** Below this a verdict is shown as low confidence. */
export const lowConfidenceBelow = 0.6;

/** Lower bounds of the bands of the 0-100 score. */
export const bandFloors: readonly { band: Band; from: number }[] = [
  { band: "beginning", from: 0 },
  { band: "developing", from: 40 },
  { band: "proficient", from: 60 },
  { band: "strong", from: 80 },
];

export function bandOf(score: number): Band {
  return bandFloors.findLast(({ from }) => score >= from)?.band ?? "beginning";
}

/** Level 0 to 4 of a criterion: its share of points in quarters, rounded, so that 4 takes seven eighths of them. */
export function levelOf(points: number, maxPoints: number): number {
  return maxPoints <= 0 ? 0 : Math.round((4 * points) / maxPoints);
}

type Judged = Omit<CheckResult, "points" | "maxPoints">;

function unprovenReason(stands: boolean): string {
  return stands
    ? "The words given as evidence are yours, but they do not bear on this."
    : "The words given as evidence are not in what you said.";
}

/** Holds a claim against its evidence: a verdict in the candidate's favour without a quote that stands is not one. */
function judge(claim: Claim, gate: EvidenceGate): Judged {
  const { quotes, dropped } = gate(claim.quotes);
  const claimsSomething = claim.verdict === "met" || claim.verdict === "partial";
  const unproven = claimsSomething && quotes.length === 0;
  const { beside = [] } = claim;
  return {
    id: claim.id,
    verdict: unproven ? "insufficient_evidence" : claim.verdict,
    quotes: claimsSomething || claim.verdict === "insufficient_evidence" ? quotes : [],
    droppedQuotes: [...dropped, ...beside],
    reason: unproven ? unprovenReason(beside.length > 0) : claim.reason,
    confidence: unproven ? 0 : claim.confidence,
  };
}

function noClaim(id: string): Claim {
  return { id, verdict: "insufficient_evidence", quotes: [], reason: "", confidence: 0 };
}

function scoreCriterion(criterion: Criterion, claims: ReadonlyMap<string, Claim>, gate: EvidenceGate): CriterionResult {
  const judged = (id: string) => judge(claims.get(id) ?? noClaim(id), gate);
  const checks = criterion.checks.map((check): CheckResult => {
    const result = judged(check.id);
    return { ...result, points: check.points * share[result.verdict], maxPoints: check.points };
  });
  const redFlags = criterion.redFlags.map((flag): RedFlagResult => {
    const result = judged(flag.id);
    return { ...result, minus: result.verdict === "met" ? flag.minus : 0 };
  });
  return totalCriterion(criterion, checks, redFlags);
}

type CriterionNames = Pick<CriterionResult, "id" | "competency">;

function totalCriterion(
  { id, competency }: CriterionNames,
  checks: CheckResult[],
  redFlags: RedFlagResult[],
): CriterionResult {
  const earned = checks.reduce((sum, check) => sum + check.points, 0);
  const cost = redFlags.reduce((sum, flag) => sum + flag.minus, 0);
  const maxPoints = checks.reduce((sum, check) => sum + check.maxPoints, 0);
  const points = Math.max(0, earned - cost);
  return { id, competency, level: levelOf(points, maxPoints), points, maxPoints, checks, redFlags };
}

/** Score 0 to 100 from the points of each criterion and its weight. */
function scoreOf(rubric: Rubric, criteria: readonly CriterionResult[]): number {
  let earned = 0;
  let weights = 0;
  for (const [at, criterion] of rubric.criteria.entries()) {
    const result = criteria[at];
    weights += criterion.weight;
    if (result && result.maxPoints > 0) earned += (criterion.weight * result.points) / result.maxPoints;
  }
  return weights === 0 ? 0 : Math.round((100 * earned) / weights);
}

/** `noted` are flags already raised while reading; the gate adds its own. The findings and the calibrated levels are
 * added later. */
export function scoreClaims(
  rubric: Rubric,
  claims: readonly Claim[],
  gate: EvidenceGate,
  noted: readonly Flag[],
): GradeResult {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return scoreCriteria(
    rubric,
    rubric.criteria.map((criterion) => scoreCriterion(criterion, byId, gate)),
    noted,
  );
}

/** Points, levels, score and band anew from the verdicts of checks and red flags that have been through the gate. */
export function scoreCriteria(rubric: Rubric, judged: readonly CriterionResult[], noted: readonly Flag[]): GradeResult {
  const criteria = judged.map((criterion) => totalCriterion(criterion, criterion.checks, criterion.redFlags));
  const results = criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);
  const flags = new Set(noted);
  if (results.some(({ droppedQuotes }) => droppedQuotes.length > 0)) flags.add("quote_dropped");
  if (results.some(({ verdict, confidence }) => verdict !== "not_met" && confidence < lowConfidenceBelow)) {
    flags.add("low_confidence");
  }
  const score = scoreOf(rubric, criteria);
  return {
    score,
    band: bandOf(score),
    criteria,
    flags: [...flags],
    findings: noFindings,
    secondLook: null,
    calibrated: null,
    reviewedSessions: 0,
  };
}
