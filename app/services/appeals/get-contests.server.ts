import { permissions } from "#app/domain/accounts/permissions.ts";
import {
  answererOf,
  isContestable,
  type AppealOutcome,
  type AppealView,
  type Contests,
} from "#app/domain/grading/appeal.ts";
import { GradeResultSchema, GraderNameSchema, type GraderName } from "#app/domain/grading/grade.ts";
import { shownResult } from "#app/domain/grading/calibration/recalibration.ts";
import { ReviewCommentsSchema, ReviewLevelsSchema } from "#app/domain/review/review.ts";
import { db } from "#app/db/client.server.ts";
import type { Grade, Prisma, Session } from "#app/db/generated/client.ts";
import { env } from "#app/env.server.ts";
import { canUseModel } from "#app/services/model/account-for.server.ts";
import { answeredByOf } from "./appeal-criterion.server.ts";

const withAnswers = {
  grade: true,
  review: true,
  regrades: { orderBy: { createdAt: "desc" }, take: 1 },
} satisfies Prisma.AppealInclude;

type AnsweredAppeal = Prisma.AppealGetPayload<{ include: typeof withAnswers }>;

/** The level a grade shows for a criterion. */
export function levelIn(grade: Grade, criterionId: string): number {
  const { criteria } = shownResult(GradeResultSchema.parse(grade.result));
  const level = criteria.find(({ id }) => id === criterionId)?.level;
  if (level === undefined) throw new Error(`The grade ${grade.id} has no criterion ${criterionId}.`);
  return level;
}

function outcomeOf({ criterionId, status, review, regrades: [regrade] }: AnsweredAppeal): AppealOutcome {
  if (review) {
    const level = ReviewLevelsSchema.parse(review.levels)[criterionId] ?? null;
    return { state: "person", level, comment: ReviewCommentsSchema.parse(review.comments ?? {})[criterionId] ?? "" };
  }
  if (status === "waiting" || !regrade) return { state: "waiting" };
  const grader = GraderNameSchema.parse(regrade.grader);
  if (regrade.status === "graded") return { state: "grader", grader, level: levelIn(regrade, criterionId) };
  if (regrade.status !== "ungraded") return { state: "regrading", grader };
  return { state: "ungraded", grader, message: regrade.message ?? "The session could not be graded." };
}

function viewAppeal(appeal: AnsweredAppeal): AppealView {
  const { id, criterionId, reason, createdAt, grade } = appeal;
  const first = { grader: GraderNameSchema.parse(grade.grader), level: levelIn(grade, criterionId) };
  return { id, criterionId, reason, createdAt: createdAt.toISOString(), first, outcome: outcomeOf(appeal) };
}

/** Whether anybody but its candidate may answer for a person: as `canReview` has it. */
async function isReviewedBySomebody({ organisationId, userId }: Pick<Session, "organisationId" | "userId">) {
  if (organisationId === null) return env().reviewers.length > 0;
  const reviewing = { hasSome: [...permissions.review_session] };
  return (await db().member.count({ where: { organisationId, userId: { not: userId }, roles: reviewing } })) > 0;
}

/** What was contested in a session, and which criteria of the grade that is shown still can be. */
export async function getContests(
  session: Pick<Session, "id" | "organisationId" | "userId">,
  shown: { id: string; grader: GraderName; criterionIds: readonly string[] },
): Promise<Contests> {
  const [appeals, canUseAnthropic, hasReviewers] = await Promise.all([
    db().appeal.findMany({ where: { sessionId: session.id }, orderBy: { createdAt: "desc" }, include: withAnswers }),
    canUseModel(session),
    isReviewedBySomebody(session),
  ]);
  const made = appeals.map((appeal) => ({ ...appeal, answeredBy: answeredByOf(appeal.answeredBy) }));
  return {
    appeals: appeals.map(viewAppeal),
    contestable: shown.criterionIds.filter((id) => isContestable(id, { gradeId: shown.id, appeals: made })),
    answerer: answererOf(shown.grader, { canUseAnthropic }),
    hasReviewers,
  };
}
