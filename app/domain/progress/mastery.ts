/**
 * How far a person has come in each competency: the levels of their graded criteria, the newest counting most. It says
 * how many checks it rests on, because a level from two answers is a guess.
 */
import { competencies, type Competency } from "../scenarios/competency.ts";
import type { CriterionResult } from "../grading/grade.ts";

/** What an attempt counts for against the next newer one in the same competency. */
const fading = 0.7;
/** A difference of levels smaller than this is no trend. */
const trendFrom = 0.5;

export type CompetencyMastery = {
  competency: Competency;
  /** 0 to 4, null without a graded criterion. */
  level: number | null;
  checks: number;
  trend: "up" | "down" | "flat" | null;
};

function weightedMean(levels: readonly number[]): number | null {
  let sum = 0;
  let weights = 0;
  for (const [age, level] of levels.toReversed().entries()) {
    sum += level * fading ** age;
    weights += fading ** age;
  }
  return weights === 0 ? null : sum / weights;
}

function trendOf(levels: readonly number[]): CompetencyMastery["trend"] {
  const newest = levels.at(-1);
  const before = weightedMean(levels.slice(0, -1));
  if (newest === undefined || before === null) return null;
  if (Math.abs(newest - before) < trendFrom) return "flat";
  return newest > before ? "up" : "down";
}

/** `attempts` are the criteria of each graded session, oldest first. */
export function masteryOf(attempts: readonly (readonly CriterionResult[])[]): CompetencyMastery[] {
  return competencies.map((competency) => {
    const criteria = attempts.flat().filter((criterion) => criterion.competency === competency);
    // Shares, not rounded levels: rounding before averaging would lose half a level.
    const levels = criteria.map(({ points, maxPoints }) => (maxPoints === 0 ? 0 : (4 * points) / maxPoints));
    const checks = criteria.reduce((sum, criterion) => sum + criterion.checks.length, 0);
    return { competency, level: weightedMean(levels), checks, trend: trendOf(levels) };
  });
}
