import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";

export type Gone = "deleted" | "withdrawn";

/**
 * Why a session that the viewer has had in hand is there no more; null where they never had it, or may not know. Of what
 * was deleted only the record says that they took it.
 */
export async function findGone(
  viewer: Viewer,
  { organisation, sessionId }: { organisation: string; sessionId: string },
): Promise<Gone | null> {
  const membership = findMembership(viewer, organisation, "review_assessment");
  if (membership === null) return null;
  const { organisationId } = membership;
  const session = await db().session.findFirst({
    where: { id: sessionId, organisationId, claims: { some: { reviewerId: viewer.id } } },
    select: { candidacy: { select: { withdrawnAt: true } } },
  });
  if (session) return session.candidacy?.withdrawnAt ? "withdrawn" : null;
  const taken = await db().auditEntry.findFirst({
    where: { organisationId, sessionId, actorId: viewer.id, action: "review.claim" },
    select: { id: true },
  });
  const isThere = taken && (await db().session.findUnique({ where: { id: sessionId }, select: { id: true } }));
  return taken && !isThere ? "deleted" : null;
}
