/**
 * What each criterion and each check is worth in the whole: a criterion by its weight among all weights, a check by its
 * points among those of its criterion. This is the arithmetic of grading/score.ts.
 */
export type Weighed = { weight: number; checks: readonly { points: number }[] };

/** Percent of the score, 0 to 100. */
export type WeightShare = { percent: number; checks: number[] };

function amount(value: number): number {
  return Number.isFinite(value) && value > 0 ? value : 0;
}

/** In the order of the criteria. What is no positive number counts for nothing. */
export function weightShares(criteria: readonly Weighed[]): WeightShare[] {
  const weights = criteria.reduce((sum, { weight }) => sum + amount(weight), 0);
  return criteria.map(({ weight, checks }) => {
    const percent = weights === 0 ? 0 : (100 * amount(weight)) / weights;
    const points = checks.reduce((sum, check) => sum + amount(check.points), 0);
    return { percent, checks: checks.map((check) => (points === 0 ? 0 : (percent * amount(check.points)) / points)) };
  });
}
