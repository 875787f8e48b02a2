import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { GraderNameSchema, type GraderName } from "#app/domain/grading/grade.ts";
import { ReviewCommentsSchema, ReviewLevelsSchema } from "#app/domain/review/review.ts";
import {
  readInterview,
  viewCriterion,
  type ReadInterview,
  type ReviewedCriterion,
} from "#app/services/review/get-review.server.ts";
import { findReviewableAppeal } from "./find-reviewable-appeal.server.ts";

/** What the reviewer gave, and only then the level that was contested. */
export type AnsweredLevel = { level: number | null; comment: string; first: { grader: GraderName; level: number } };

export type ReviewedAppeal = ReadInterview & {
  reason: string;
  criterion: ReviewedCriterion;
  given: AnsweredLevel | null;
};

/** An appeal as a reviewer reads it: the interview, the reason and one criterion, without a name or a grader's level. */
export async function getAppeal(viewer: Viewer, appealId: string): Promise<ReviewedAppeal | null> {
  const reviewable = await findReviewableAppeal(viewer, appealId);
  if (!reviewable) return null;
  const { appeal, found, criterion, first } = reviewable;
  const { criterionId, reason, review } = appeal;
  return {
    ...(await readInterview(found)),
    reason,
    criterion: viewCriterion(criterion, found.scenario.rubric.criteria.indexOf(criterion)),
    given: review && {
      level: ReviewLevelsSchema.parse(review.levels)[criterionId] ?? null,
      comment: ReviewCommentsSchema.parse(review.comments ?? {})[criterionId] ?? "",
      first: { grader: GraderNameSchema.parse(first.grader), level: first.level },
    },
  };
}
