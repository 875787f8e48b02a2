import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { findSessionOfAnyone } from "#app/services/interview/find-session.server.ts";
import {
  readInterview,
  viewCriterion,
  type ReadInterview,
  type ReviewedCriterion,
} from "#app/services/review/get-review.server.ts";
import { findLevelAppeal, type AppealAt } from "./find-level-appeal.server.ts";

export type LevelAppealPage = Omit<ReadInterview, "finishedAt"> & {
  code: string;
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
  const whole = found && (await findSessionOfAnyone(found.appeal.sessionId));
  if (!found || !whole) return null;
  const { appeal, candidacy } = found;
  const { session, scenario } = whole;
  const place = scenario.rubric.criteria.findIndex(({ id }) => id === appeal.criterionId);
  const criterion = scenario.rubric.criteria[place];
  if (!criterion) return null;
  const { id, turns, finishedAt, scenarioHash } = session;
  const { title, brief, transcript, sessionId } = await readInterview({
    id,
    turns,
    scenario,
    finishedAt: finishedAt ?? session.startedAt,
    rubricHash: scenarioHash,
  });
  const { answer, answerLevel, answeredById } = appeal;
  return {
    sessionId,
    title,
    brief,
    transcript,
    code: candidacy.code,
    assessment: candidacy.assessment.name,
    criterion: viewCriterion(criterion, place),
    contested: appeal.level,
    reason: appeal.reason,
    askedAt: appeal.createdAt.toISOString(),
    answered:
      answer === null ? null : { answer, level: answerLevel ?? appeal.level, isOwn: answeredById === viewer.id },
  };
}
