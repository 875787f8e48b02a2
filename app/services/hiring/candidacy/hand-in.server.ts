import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  deletionDate,
  isDone,
  refuseHandIn,
  sessionsToHandIn,
  type HandInRefusal,
  type Progress,
} from "#app/domain/hiring/candidacy.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { settleSession } from "#app/services/hiring/levels/settle-session.server.ts";
import { lockCandidacy, type CandidacyRow } from "./read-progress.server.ts";

/** From now on it waits for reviewers, each of whom comes upon it at a place of its own in their order. */
export async function handInSession(tx: Prisma.TransactionClient, sessionId: string): Promise<void> {
  await tx.session.update({ where: { id: sessionId }, data: { reviewState: "waiting", queueKey: Math.random() } });
  await settleSession(tx, sessionId);
}

type Locked = { candidacy: CandidacyRow; progress: Progress };

/** The last finished attempt at each part goes to the reviewers, and the time until it is deleted begins. */
async function handIn(
  tx: Prisma.TransactionClient,
  { candidacy, progress }: Locked,
  by: { actor: Viewer | null; now: Date },
) {
  const { id, userId, assessment } = candidacy;
  const { now, actor } = by;
  const sessionIds = sessionsToHandIn(progress);
  const deleteAt = deletionDate(now, assessment.retentionDays);
  await tx.candidacy.update({ where: { id }, data: { handedInAt: now, deleteAt } });
  for (const sessionId of sessionIds) await handInSession(tx, sessionId);
  await writeAudit(tx, actor, {
    organisationId: assessment.organisationId,
    action: "candidacy.hand-in",
    assessmentId: assessment.id,
    candidacyId: id,
    details: { sessions: sessionIds.length, by: actor?.id === userId ? "candidate" : "server" },
    at: now,
  });
}

/** Called whenever something of a candidacy ends: hands in what is finished once nothing more can come. */
export async function handInWhenDone(tx: Prisma.TransactionClient, candidacyId: string, now: Date): Promise<void> {
  const locked = await lockCandidacy(tx, candidacyId);
  if (locked && isDone(locked.progress, now)) await handIn(tx, locked, { actor: null, now });
}

export type HandedIn = { ok: true } | { ok: false; reason: HandInRefusal };

/** By the candidate, with whatever is finished by then. Null where it is absent or not the viewer's. */
export async function handInCandidacy(
  viewer: Viewer,
  { candidacyId, now = new Date() }: { candidacyId: string; now?: Date },
): Promise<HandedIn | null> {
  return db().$transaction(async (tx): Promise<HandedIn | null> => {
    const locked = await lockCandidacy(tx, candidacyId);
    if (!locked || locked.candidacy.userId !== viewer.id) return null;
    const reason = refuseHandIn(locked.progress);
    if (reason) return { ok: false, reason };
    await handIn(tx, locked, { actor: viewer, now });
    return { ok: true };
  });
}
