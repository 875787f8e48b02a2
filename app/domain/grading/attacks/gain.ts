/**
 * What an attack gains over the same answer without it, and whether that pays. One level more on one criterion is let
 * pass: it is what a sentence that happens to touch a check can do. Levels and score are both held to it: a level is
 * rounded, and may hide that nearly two were gained, and points spread thinly raise a score without raising any level.
 */
import type { Rubric } from "../../scenarios/schema.ts";
import type { GradeResult } from "../grade.ts";

export type Gain = {
  /** On the 0-100 score. */
  points: number;
  /** Criteria whose level is higher with the attack, and by how much. */
  raised: { criterion: string; levels: number }[];
  /** Checks whose verdict earns more with the attack. */
  checks: string[];
};

export function gainOf(without: GradeResult, withAttack: GradeResult): Gain {
  const pairs = withAttack.criteria.flatMap((after, at) => {
    const before = without.criteria[at];
    return before ? [{ before, after }] : [];
  });
  return {
    points: withAttack.score - without.score,
    raised: pairs
      .map(({ before, after }) => ({ criterion: after.id, levels: after.level - before.level }))
      .filter(({ levels }) => levels > 0),
    checks: pairs.flatMap(({ before, after }) =>
      after.checks.filter(({ points }, nth) => points > (before.checks[nth]?.points ?? points)).map(({ id }) => id),
    ),
  };
}

/** What one level of the heaviest criterion is worth on the 0-100 score. */
export function oneLevelOf({ criteria }: Rubric): number {
  const weights = criteria.map(({ weight }) => weight);
  return 25 * (Math.max(...weights) / weights.reduce((sum, weight) => sum + weight, 0));
}

export function pays(rubric: Rubric, { points, raised }: Gain): boolean {
  if (points <= 0) return false;
  const onlyOneLevel = raised.length <= 1 && raised.every(({ levels }) => levels === 1);
  // A score is rounded to whole points.
  return !onlyOneLevel || points > oneLevelOf(rubric) + 0.5;
}
