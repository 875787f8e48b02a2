/**
 * Levels that a person gave in answer to an appeal. A person's level counts over a grader's: it stands in place of the
 * criterion's, and the score is made anew with it. The grade that is stored stays as it was made.
 */
import type { Rubric } from "../../scenarios/schema.ts";
import type { CriterionResult, GradeResult } from "../grade.ts";
import { shownResult } from "../calibration/recalibration.ts";
import { bandOf } from "../score.ts";

/** By criterion id. */
export type PersonLevels = Readonly<Record<string, number>>;

/** A level that is confirmed changes nothing, although points between two levels come to another share than it. */
function isChanged({ id, level }: CriterionResult, people: PersonLevels): boolean {
  return people[id] !== undefined && people[id] !== level;
}

/** What a criterion adds, 0 to 1: by its level where a level is what counts, by its points otherwise. */
function shareOf(criterion: CriterionResult, people: PersonLevels, isCalibrated: boolean): number {
  const { id, level, points, maxPoints } = criterion;
  if (isChanged(criterion, people)) return (people[id] ?? level) / 4;
  if (isCalibrated) return level / 4;
  return maxPoints <= 0 ? 0 : points / maxPoints;
}

/** The grade as it counts: by its calibrated levels where there are any, and by people's where they differ. */
export function countedResult(rubric: Rubric, result: GradeResult, people: PersonLevels): GradeResult {
  const shown = shownResult(result);
  if (!shown.criteria.some((criterion) => isChanged(criterion, people))) return shown;
  const { calibrated } = shown;
  let [earned, weights] = [0, 0];
  for (const [at, criterion] of shown.criteria.entries()) {
    const weight = rubric.criteria[at]?.weight ?? 0;
    weights += weight;
    earned += weight * shareOf(criterion, people, calibrated !== null);
  }
  const criteria = shown.criteria.map((each) => ({ ...each, level: people[each.id] ?? each.level }));
  const score = weights === 0 ? 0 : Math.round((100 * earned) / weights);
  const band = bandOf(score);
  const levels = Object.fromEntries(criteria.map(({ id, level }) => [id, level]));
  return { ...shown, criteria, score, band, calibrated: calibrated && { ...calibrated, levels, score, band } };
}
