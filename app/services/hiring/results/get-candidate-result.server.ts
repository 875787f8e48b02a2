import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { CandidateResultView, ShownLevelAppeal } from "#app/domain/hiring/candidate-result.ts";
import { appealsUntil } from "#app/domain/hiring/level-appeal.ts";
import { db } from "#app/db/client.server.ts";
import type { LevelAppeal } from "#app/db/generated/client.ts";
import { readVersions } from "./send-feedback.server.ts";

function showAppeal({ reason, answer, answerLevel, answeredAt }: LevelAppeal, levels: boolean): ShownLevelAppeal {
  if (answer === null || answeredAt === null) return { reason, answered: null };
  return { reason, answered: { answer, level: levels ? answerLevel : null, at: answeredAt.toISOString() } };
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
  const appeals = await db().levelAppeal.findMany({ where: { session: { candidacyId } } });
  const until = appealsUntil(candidacy.feedbackSentAt);
  // Nobody reads on for whoever has withdrawn: an appeal would wait without end.
  const isOpen = newest.policy.appeal && candidacy.withdrawnAt === null && now <= until;
  const appealOf = (sessionId: string, criterionId: string): ShownLevelAppeal | null => {
    const appeal = appeals.find((each) => each.sessionId === sessionId && each.criterionId === criterionId);
    return appeal ? showAppeal(appeal, newest.policy.levels) : null;
  };
  return {
    ...newest,
    version: versions.length,
    appealUntil: newest.policy.appeal ? until.toISOString() : null,
    parts: newest.parts.map(({ sessionId, title, criteria }) => ({
      sessionId,
      title,
      criteria: criteria.map((criterion) => {
        const appeal = appealOf(sessionId, criterion.id);
        const hasLevel = criterion.level !== null || !newest.policy.levels;
        return { ...criterion, appeal, mayAppeal: isOpen && appeal === null && hasLevel };
      }),
    })),
  };
}
