import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { appealsUntil, type AskedLevelAppeal, type LevelAppealRefusal } from "#app/domain/hiring/level-appeal.ts";
import { db } from "#app/db/client.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { readVersions } from "./send-feedback.server.ts";

export type TakenAppeal = { ok: true } | { ok: false; reason: LevelAppealRefusal };

type Asked = AskedLevelAppeal & { candidacyId: string; now?: Date };

/**
 * A candidate contests one criterion of what was let out to them, once. Null where there is no such criterion in it, and
 * for whoever it is not.
 */
export async function takeAppeal(
  viewer: Viewer,
  { candidacyId, session: sessionId, criterion, reason, now = new Date() }: Asked,
): Promise<TakenAppeal | null> {
  return db().$transaction(async (tx): Promise<TakenAppeal | null> => {
    // Of two clicks at once the second waits here, and finds the appeal that the first has made.
    await tx.$queryRaw`SELECT "id" FROM "Session" WHERE "id" = ${sessionId} FOR NO KEY UPDATE`;
    const candidacy = await tx.candidacy.findFirst({
      where: { id: candidacyId, userId: viewer.id },
      include: { assessment: { select: { id: true, organisationId: true } } },
    });
    const newest = readVersions(candidacy?.feedback).at(-1);
    const part = newest?.parts.find((each) => each.sessionId === sessionId);
    const shown = part?.criteria.find(({ id }) => id === criterion);
    if (!candidacy?.feedbackSentAt || !newest || !shown) return null;
    if (!newest.policy.appeal || candidacy.withdrawnAt !== null) return { ok: false, reason: "not_open" };
    if (now > appealsUntil(candidacy.feedbackSentAt)) return { ok: false, reason: "over" };
    const key = { sessionId_criterionId: { sessionId, criterionId: criterion } };
    const [made, settled] = await Promise.all([
      tx.levelAppeal.findUnique({ where: key }),
      tx.sessionLevel.findUnique({ where: key, select: { settled: true } }),
    ]);
    if (made !== null) return { ok: false, reason: "already" };
    const level = shown.level ?? (newest.policy.levels ? null : (settled?.settled ?? null));
    if (level === null) return { ok: false, reason: "no_level" };
    await tx.levelAppeal.create({ data: { sessionId, criterionId: criterion, level, reason, createdAt: now } });
    await writeAudit(tx, viewer, {
      organisationId: candidacy.assessment.organisationId,
      action: "appeal.make",
      assessmentId: candidacy.assessment.id,
      candidacyId,
      sessionId,
      details: { criterion },
      at: now,
    });
    return { ok: true };
  });
}
