import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";
import { lockSession, type ReviewedSession } from "./lock-session.server.ts";

type Wanted = { organisation: string; sessionId: string; now?: Date };

type Own = Prisma.ReviewClaimGetPayload<object>;

/** With what the viewer holds or has begun of a session, its row locked; null where there is nothing. */
async function holdOwn(
  viewer: Viewer,
  { organisation, sessionId }: Wanted,
  work: (tx: Prisma.TransactionClient, own: Own, session: ReviewedSession) => Promise<void>,
): Promise<{ ok: boolean } | null> {
  return holdMembership(viewer, { organisation, action: "review_assessment" }, async (tx, { organisationId }) => {
    const session = await lockSession(tx, viewer, { organisationId, sessionId });
    if (!session) return null;
    const own = await tx.reviewClaim.findUnique({
      where: { sessionId_reviewerId: { sessionId, reviewerId: viewer.id } },
    });
    if (!own) return null;
    if (own.state === "submitted") return { ok: false };
    await work(tx, own, session);
    return { ok: true };
  });
}

/** Gives a place back at once. What was written is kept; where nothing was, it is as if the session was never taken. */
export async function releaseSession(viewer: Viewer, wanted: Wanted): Promise<{ ok: boolean } | null> {
  const { now = new Date() } = wanted;
  return holdOwn(viewer, wanted, async (tx, { id, state, draftRevision }, session) => {
    if (state !== "claimed") return;
    if (draftRevision === 0) await tx.reviewClaim.delete({ where: { id } });
    else await tx.reviewClaim.update({ where: { id }, data: { lockedUntil: now } });
    await writeAudit(tx, viewer, { ...namesOf(session), action: "review.release", at: now });
  });
}

/** Leaves a session to others, for a reason that stays with the claim. It does not come back by itself. */
export async function skipSession(
  viewer: Viewer,
  { reason, ...wanted }: Wanted & { reason: string },
): Promise<{ ok: boolean } | null> {
  const { now = new Date() } = wanted;
  return holdOwn(viewer, wanted, async (tx, { id, kind }, session) => {
    await tx.reviewClaim.update({ where: { id }, data: { state: "skipped", skipReason: reason, lockedUntil: now } });
    await writeAudit(tx, viewer, { ...namesOf(session), action: "review.skip", details: { kind }, at: now });
  });
}

function namesOf({ id, organisationId, candidacyId, candidacy }: ReviewedSession) {
  const assessmentId = candidacy?.assessmentId ?? null;
  return { organisationId: organisationId ?? "", assessmentId, candidacyId, sessionId: id };
}
