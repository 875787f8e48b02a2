import { settle } from "#app/domain/hiring/settled.ts";
import { GradeResultSchema } from "#app/domain/grading/grade.ts";
import { ReviewLevelsSchema } from "#app/domain/review/review.ts";
import type { Prisma, ReviewState } from "#app/db/generated/client.ts";
import { countedGrade } from "#app/services/grading/counted-grade.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";

const given = {
  scenarioVersion: true,
  candidacy: { select: { assessment: { select: { reviewersPerSession: true } } } },
  reviews: { where: { appealId: null }, orderBy: { createdAt: "asc" } },
  levelChanges: { orderBy: { createdAt: "asc" } },
  grades: { where: countedGrade, orderBy: { createdAt: "desc" }, take: 1 },
} satisfies Prisma.SessionInclude;

type Given = Prisma.SessionGetPayload<{ include: typeof given }>;

function readGraderLevels({ grades: [grade] }: Given): Record<string, number> {
  if (!grade) return {};
  return Object.fromEntries(GradeResultSchema.parse(grade.result).criteria.map(({ id, level }) => [id, level]));
}

function settleCriterion(session: Given, criterionId: string, graderLevel: number | null) {
  const levelIn = (review: Given["reviews"][number]) => ReviewLevelsSchema.parse(review.levels)[criterionId] ?? null;
  const independent = session.reviews.filter(({ kind }) => kind === "independent");
  const adjudicated = session.reviews.findLast(({ kind }) => kind === "adjudication");
  const settled = settle({
    independent: independent.map(levelIn),
    adjudicated: adjudicated ? levelIn(adjudicated) : null,
    changes: session.levelChanges.filter((change) => change.criterionId === criterionId).map(({ level }) => level),
  });
  const people = independent.flatMap((review) => {
    const level = levelIn(review);
    return level === null ? [] : [{ level, reviewerId: review.reviewerId ?? "" }];
  });
  const row = {
    graderLevel,
    grader: graderLevel === null ? null : (session.grades[0]?.grader ?? null),
    people: people.map(({ level }) => level),
    reviewerIds: people.map(({ reviewerId }) => reviewerId),
    reviewedAt: independent[0]?.createdAt ?? null,
    settled: settled.level,
    settledBy: settled.by,
    spread: settled.spread,
    gap: settled.level === null || graderLevel === null ? null : Math.abs(settled.level - graderLevel),
  };
  return { row, needsAdjudication: settled.needsAdjudication };
}

/**
 * Works out anew what a session of an assessment comes to: its levels and where its reviewing stands. Called in the
 * transaction that adds a review, a change or a grade, with the session's row locked by the caller. `endReviewing` takes
 * the reviews there are as enough. Null where it is of no assessment or not handed in yet.
 */
export async function settleSession(
  tx: Prisma.TransactionClient,
  sessionId: string,
  { endReviewing = false }: { endReviewing?: boolean } = {},
): Promise<{ state: ReviewState; organisationId: string; scenarioHash: string } | null> {
  const session = await tx.session.findUnique({ where: { id: sessionId }, include: given });
  if (!session?.candidacy || session.organisationId === null || session.reviewState === null) return null;
  const { organisationId, scenarioHash } = session;
  const graderLevels = readGraderLevels(session);
  let needsAdjudication = false;
  for (const { id: criterionId } of readVersion(session.scenarioVersion).rubric.criteria) {
    const settled = settleCriterion(session, criterionId, graderLevels[criterionId] ?? null);
    needsAdjudication ||= settled.needsAdjudication;
    await tx.sessionLevel.upsert({
      where: { sessionId_criterionId: { sessionId, criterionId } },
      create: { sessionId, criterionId, organisationId, scenarioHash, ...settled.row },
      update: settled.row,
    });
  }
  const reviewsGiven = session.reviews.filter(({ kind }) => kind === "independent").length;
  const isEnough =
    endReviewing ||
    session.reviewState !== "waiting" ||
    reviewsGiven >= session.candidacy.assessment.reviewersPerSession;
  const state = !isEnough ? "waiting" : needsAdjudication ? "adjudicating" : "complete";
  await tx.session.update({ where: { id: sessionId }, data: { reviewsGiven, reviewState: state } });
  return { state, organisationId, scenarioHash };
}

/** The same for a caller that has not locked the session: of two at once the second waits, and sees what the first wrote. */
export async function settleLocked(tx: Prisma.TransactionClient, sessionId: string) {
  await tx.$queryRaw`SELECT "id" FROM "Session" WHERE "id" = ${sessionId} FOR NO KEY UPDATE`;
  return settleSession(tx, sessionId);
}
