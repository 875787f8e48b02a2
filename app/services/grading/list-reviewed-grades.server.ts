import { GradeResultSchema, type GraderName } from "#app/domain/grading/grade.ts";
import type { ReviewedSession } from "#app/domain/grading/calibration/recalibration.ts";
import { ReviewLevelsSchema } from "#app/domain/review/review.ts";
import { db } from "#app/db/client.server.ts";
import { outsideAssessments } from "#app/services/interview/outside-assessments.server.ts";
import { countedGrade } from "./counted-grade.server.ts";

type Asked = {
  grader: GraderName;
  /** Whose sessions; null for those of no organisation. An unchanged copy of a rubric has the same hash elsewhere. */
  organisationId: string | null;
  /** Of one rubric, or of all without it. */
  rubricHash?: string;
  /** Grades by one model or version of a grader only: a map fitted to one says nothing about another. */
  model?: string | null;
  /** A session that is being graded must not be measured by its own review. */
  exceptSessionId?: string;
  /** What is only to be shown leaves assessments out: a count could tell the level of one. */
  isShown?: boolean;
};

export type ReviewedGrade = ReviewedSession & { sessionId: string; rubricHash: string };

/** The newest level given to each criterion counts: a later review may cover only some of them. */
function newestLevels(reviews: readonly { levels: unknown }[]): Record<string, number> {
  return Object.assign({}, ...reviews.map(({ levels }) => ReviewLevelsSchema.parse(levels))) as Record<string, number>;
}

/** Sessions of one organisation, or of none, with levels by people, each with the newest grade of one grader by the same rubric. */
export async function listReviewedGrades({
  grader,
  organisationId,
  rubricHash,
  model,
  exceptSessionId,
  isShown = false,
}: Asked): Promise<ReviewedGrade[]> {
  // A level given in answer to an appeal is not: its reviewer has read the candidate's reason.
  const blind = { rubricHash, appealId: null };
  const sessions = await db().session.findMany({
    where: {
      ...(isShown && outsideAssessments),
      organisationId,
      id: { not: exceptSessionId },
      reviews: { some: blind },
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      reviews: { where: blind, orderBy: { createdAt: "asc" }, select: { levels: true, rubricHash: true } },
      grades: {
        where: { ...countedGrade, grader, rubricHash, model },
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { result: true, rubricHash: true },
      },
    },
  });
  return sessions.flatMap(({ id, reviews, grades: [grade] }) => {
    if (!grade) return [];
    const ofRubric = reviews.filter((review) => review.rubricHash === grade.rubricHash);
    const { criteria } = GradeResultSchema.parse(grade.result);
    return [{ sessionId: id, rubricHash: grade.rubricHash, levels: newestLevels(ofRubric), criteria }];
  });
}
