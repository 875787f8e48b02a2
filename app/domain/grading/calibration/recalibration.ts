/**
 * Recalibration: where people have given levels to enough sessions of a rubric, a map from the share of a criterion's
 * points to a level is fitted to theirs, criteria pooled. The map never falls (isotonic regression by pooling adjacent
 * violators; Barlow et al., "Statistical Inference under Order Restrictions", 1972), so more points never mean a lower
 * level. What the grader gave stays in the grade beside it.
 */
import type { Rubric } from "../../scenarios/schema.ts";
import type { Calibrated, CriterionResult, GradeResult } from "../grade.ts";
import { bandOf } from "../score.ts";

/** With fewer sessions that people gave levels to, a map would be fitted to chance. */
export const fewestReviewedSessions = 20;

/** A session as a grader scored it, with the levels people gave by criterion id. */
export type ReviewedSession = {
  levels: Readonly<Record<string, number>>;
  criteria: readonly Pick<CriterionResult, "id" | "level" | "points" | "maxPoints">[];
};

/** The level that a share of points, 0 to 1, is mapped to; between two knots it is interpolated. */
export type Knot = { share: number; level: number };

type Block = { from: number; to: number; level: number; weight: number };

function shareOf({ points, maxPoints }: Pick<CriterionResult, "points" | "maxPoints">): number {
  return maxPoints <= 0 ? 0 : points / maxPoints;
}

function knotsIn({ levels, criteria }: ReviewedSession): Knot[] {
  return criteria.flatMap((criterion) => {
    const level = levels[criterion.id];
    return level === undefined ? [] : [{ share: shareOf(criterion), level }];
  });
}

function merge(a: Block, b: Block): Block {
  const weight = a.weight + b.weight;
  return { from: a.from, to: b.to, weight, level: (a.level * a.weight + b.level * b.weight) / weight };
}

/** One block for each share, in order, its level the mean of what was given there. */
function blocksOf(points: readonly Knot[]): Block[] {
  const blocks: Block[] = [];
  for (const { share, level } of [...points].sort((a, b) => a.share - b.share || a.level - b.level)) {
    const block = { from: share, to: share, level, weight: 1 };
    const last = blocks.at(-1);
    if (last && last.from === share) blocks[blocks.length - 1] = merge(last, block);
    else blocks.push(block);
  }
  return blocks;
}

/** The least-squares map that never falls through points of share and level; empty without points. */
export function fitLevels(points: readonly Knot[]): Knot[] {
  const pooled: Block[] = [];
  for (const next of blocksOf(points)) {
    let block = next;
    for (let last = pooled.at(-1); last && last.level >= block.level; last = pooled.at(-1)) {
      block = merge(last, block);
      pooled.pop();
    }
    pooled.push(block);
  }
  return pooled.flatMap(({ from, to, level }) =>
    from === to
      ? [{ share: from, level }]
      : [
          { share: from, level },
          { share: to, level },
        ],
  );
}

/** Outside what was seen the nearest level holds. */
export function levelAt(knots: readonly Knot[], share: number): number {
  const after = knots.find((knot) => knot.share >= share);
  const before = knots.findLast((knot) => knot.share <= share);
  const [low, high] = [before ?? after, after ?? before];
  if (!low || !high) throw new RangeError("A map without knots has no levels.");
  const between = high.share === low.share ? 0 : (share - low.share) / (high.share - low.share);
  return Math.min(4, Math.max(0, low.level + between * (high.level - low.level)));
}

/** Score from levels: the weighted mean of level / 4, 0 to 100. */
function scoreLevels(rubric: Rubric, levels: Readonly<Record<string, number>>): number {
  const weights = rubric.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const earned = rubric.criteria.reduce((sum, { id, weight }) => sum + (weight * (levels[id] ?? 0)) / 4, 0);
  return Math.round((100 * earned) / weights);
}

function calibrate(rubric: Rubric, { criteria }: GradeResult, reviewed: readonly ReviewedSession[]): Calibrated {
  const knots = fitLevels(reviewed.flatMap(knotsIn));
  const levels = Object.fromEntries(criteria.map((criterion) => [criterion.id, levelAt(knots, shareOf(criterion))]));
  const score = scoreLevels(rubric, levels);
  return { levels, score, band: bandOf(score), from: reviewed.length };
}

/** The grade with calibrated levels, score and band beside the raw ones, or with word of how many sessions there are. */
export function recalibrate(rubric: Rubric, result: GradeResult, sessions: readonly ReviewedSession[]): GradeResult {
  const reviewed = sessions.filter((session) => knotsIn(session).length > 0);
  const enough = reviewed.length >= fewestReviewedSessions;
  const calibrated = enough ? calibrate(rubric, result, reviewed) : null;
  return { ...result, calibrated, reviewedSessions: reviewed.length };
}

/** The grade as it is shown: by its calibrated levels where there are any. */
export function shownResult(result: GradeResult): GradeResult {
  const { calibrated, criteria } = result;
  if (calibrated === null) return result;
  const { score, band, levels } = calibrated;
  return {
    ...result,
    score,
    band,
    criteria: criteria.map((each) => ({ ...each, level: levels[each.id] ?? each.level })),
  };
}
