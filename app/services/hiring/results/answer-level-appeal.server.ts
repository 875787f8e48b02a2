import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { GivenAppealAnswer } from "#app/domain/hiring/level-appeal.ts";
import { enqueueMeasuring } from "#app/services/hiring/agreement/enqueue-measuring.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";
import { lockSession } from "#app/services/hiring/queue/lock-session.server.ts";
import { db } from "#app/db/client.server.ts";
import { writeChange } from "./change-level.server.ts";
import { findLevelAppeal, type AppealAt } from "./find-level-appeal.server.ts";
import { mailCandidate } from "./send-feedback.server.ts";

export type AnsweredLevelAppeal = { ok: true; changed: boolean } | { ok: false; reason: "already_answered" };

/**
 * A person's answer to a candidate's appeal, once: a level, which counts from now on, and words for the candidate. Null
 * where it is absent or not the viewer's to answer.
 */
export async function answerLevelAppeal(
  viewer: Viewer,
  { level, answer, now = new Date(), ...at }: AppealAt & GivenAppealAnswer & { now?: Date },
): Promise<AnsweredLevelAppeal | null> {
  const found = await findLevelAppeal(db(), viewer, at);
  if (!found) return null;
  const { membership, candidacy } = found;
  const { organisationId, name } = membership;
  const { sessionId, criterionId } = found.appeal;
  const held = { organisation: organisationId, action: "adjudicate" } as const;
  const done = await holdMembership(viewer, held, async (tx): Promise<AnsweredLevelAppeal | null> => {
    const locked = await lockSession(tx, viewer, { organisationId, sessionId });
    const again = locked && (await findLevelAppeal(tx, viewer, at));
    if (!locked || !again) return null;
    if (again.appeal.answeredAt !== null) return { ok: false, reason: "already_answered" };
    const data = { answer, answerLevel: level, answeredById: viewer.id, answeredAt: now };
    await tx.levelAppeal.update({ where: { id: at.appealId }, data });
    const key = { sessionId_criterionId: { sessionId, criterionId } };
    const before = (await tx.sessionLevel.findUnique({ where: key, select: { settled: true } }))?.settled ?? null;
    const changed = before !== level;
    const change = {
      criterionId,
      before,
      level,
      reason: answer,
      byId: viewer.id,
      appealId: at.appealId,
      createdAt: now,
    };
    if (changed) await writeChange(tx, locked, change);
    await writeAudit(tx, viewer, {
      organisationId,
      action: "appeal.answer",
      assessmentId: candidacy.assessment.id,
      candidacyId: candidacy.id,
      sessionId,
      details: { criterion: criterionId, before, level },
      at: now,
    });
    return { ok: true, changed };
  });
  if (!done?.ok) return done;
  if (done.changed) await enqueueMeasuring({ organisationId, scenarioHash: found.appeal.session.scenarioHash }, now);
  await mailCandidate(candidacy.id, { organisation: name, assessment: candidacy.assessment.name, about: "appeal" });
  return done;
}
