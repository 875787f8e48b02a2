import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { noteSeen } from "#app/services/hiring/audit/write-audit.server.ts";
import { readBlind, type BlindInterview } from "#app/services/hiring/review/find-reviewed.server.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";
import type { ReviewedCriterion } from "#app/services/review/get-review.server.ts";
import { findLevelAppeal, type AppealAt } from "./find-level-appeal.server.ts";

export type LevelAppealPage = Omit<BlindInterview, "criteria"> & {
  assessment: string;
  criterion: ReviewedCriterion;
  contested: number;
  reason: string;
  askedAt: string;
  answered: { answer: string; level: number; isOwn: boolean } | null;
};

/**
 * An appeal as the person who answers it reads it: the interview, the criterion, the level and the reason, without a name,
 * without the reviewers' levels and without the grader's. Null where it is absent or not the viewer's to answer.
 */
export async function getLevelAppeal(viewer: Viewer, at: AppealAt): Promise<LevelAppealPage | null> {
  const found = await findLevelAppeal(db(), viewer, at);
  if (!found) return null;
  const { membership, appeal, candidacy } = found;
  const scenario = await getVersion(appeal.session.scenarioHash);
  const { criteria, ...interview } = await readBlind({ session: { ...appeal.session, candidacy }, scenario });
  const criterion = criteria.find(({ id }) => id === appeal.criterionId);
  if (!criterion) return null;
  await noteSeen(db(), viewer, {
    organisationId: membership.organisationId,
    action: "appeal.see",
    assessmentId: candidacy.assessment.id,
    candidacyId: candidacy.id,
    sessionId: appeal.sessionId,
  });
  const { answer, answerLevel, answeredById } = appeal;
  return {
    ...interview,
    assessment: candidacy.assessment.name,
    criterion,
    contested: appeal.level,
    reason: appeal.reason,
    askedAt: appeal.createdAt.toISOString(),
    answered:
      answer === null ? null : { answer, level: answerLevel ?? appeal.level, isOwn: answeredById === viewer.id },
  };
}
