import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { CandidateResultView, ShownLevelAppeal, ShownResult } from "#app/domain/hiring/candidate-result.ts";
import { feedbackOn, type FeedbackCriterion, type FeedbackVersion } from "#app/domain/hiring/feedback.ts";
import { appealsUntil } from "#app/domain/hiring/level-appeal.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { listReadablePages } from "#app/services/library/material/sections-for.server.ts";
import { readVersions } from "./send-feedback.server.ts";

const withRubric = { session: { select: { scenarioVersion: true } } } satisfies Prisma.LevelAppealInclude;
type Appeal = Prisma.LevelAppealGetPayload<{ include: typeof withRubric }>;

function showAppeal({ reason, answer, answerLevel, answeredAt }: Appeal, levels: boolean): ShownLevelAppeal {
  if (answer === null || answeredAt === null) return { reason, answered: null };
  return { reason, answered: { answer, level: levels ? answerLevel : null, at: answeredAt.toISOString() } };
}

type Shown = FeedbackCriterion & Pick<ShownResult, "changed">;

/**
 * What was sent of a criterion, at the level to which an appeal has changed it since. A version that is sent after the
 * answer has that level already.
 */
async function afterAppeal(
  sent: FeedbackCriterion,
  appeal: Appeal | undefined,
  { policy, sentAt }: FeedbackVersion,
): Promise<Shown> {
  const { level: from } = sent;
  const { answerLevel: level = null, answeredAt = null, session } = appeal ?? {};
  const criterion = session && readVersion(session.scenarioVersion).rubric.criteria.find(({ id }) => id === sent.id);
  if (!criterion || from === null || level === null || answeredAt === null) return { ...sent, changed: null };
  if (level === from || answeredAt < new Date(sentAt)) return { ...sent, changed: null };
  const pages = policy.study ? await listReadablePages(null) : [];
  return {
    ...feedbackOn(criterion, level, { policy, pages }),
    changed: { from, at: answeredAt.toISOString() },
  };
}

/**
 * What a team has let the candidate see of their own way through an assessment, in its newest version, with their appeals
 * and what came of them. Null before anything was sent, and for whoever it is not.
 */
export async function getCandidateResult(
  viewer: Viewer,
  candidacyId: string,
  now = new Date(),
): Promise<CandidateResultView | null> {
  const candidacy = await db().candidacy.findFirst({
    where: { id: candidacyId, userId: viewer.id },
    select: { feedback: true, feedbackSentAt: true, withdrawnAt: true },
  });
  const versions = readVersions(candidacy?.feedback);
  const newest = versions.at(-1);
  if (!newest || !candidacy?.feedbackSentAt) return null;
  const { policy } = newest;
  const appeals = await db().levelAppeal.findMany({ where: { session: { candidacyId } }, include: withRubric });
  const until = appealsUntil(candidacy.feedbackSentAt);
  const isWithdrawn = candidacy.withdrawnAt !== null;
  const isOpen = policy.appeal && !isWithdrawn && now <= until;
  const show = async (sessionId: string, sent: FeedbackCriterion): Promise<ShownResult> => {
    const appeal = appeals.find((each) => each.sessionId === sessionId && each.criterionId === sent.id);
    return {
      ...(await afterAppeal(sent, appeal, newest)),
      appeal: appeal ? showAppeal(appeal, policy.levels) : null,
      mayAppeal: isOpen && !appeal && (sent.level !== null || !policy.levels),
    };
  };
  const parts = newest.parts.map(async ({ sessionId, title, criteria }) => ({
    sessionId,
    title,
    criteria: await Promise.all(criteria.map((sent) => show(sessionId, sent))),
  }));
  return {
    ...newest,
    version: versions.length,
    appealUntil: isOpen ? until.toISOString() : null,
    isWithdrawn,
    parts: await Promise.all(parts),
  };
}
