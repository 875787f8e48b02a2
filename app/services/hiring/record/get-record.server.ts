import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { SessionRecord } from "#app/domain/hiring/record.ts";
import { db } from "#app/db/client.server.ts";
import { noteSeen, writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { readRecord, recorded } from "./read-record.server.ts";

type Wanted = { organisation: string; sessionId: string; as: "page" | "file"; now?: Date };

/**
 * The record of a session whose reviewing is complete; that it was looked at or taken away is written down. Null for
 * whoever may not, for one's own session or that of somebody who has withdrawn, and as long as somebody still has to give
 * levels without seeing any.
 */
export async function getRecord(
  viewer: Viewer,
  { organisation, sessionId, as, now = new Date() }: Wanted,
): Promise<SessionRecord | null> {
  const membership = findMembership(viewer, organisation, "export_results");
  if (!membership) return null;
  const { organisationId } = membership;
  const session = await db().session.findFirst({
    where: {
      id: sessionId,
      organisationId,
      reviewState: "complete",
      candidacy: { userId: { not: viewer.id }, withdrawnAt: null },
    },
    include: recorded,
  });
  if (!session?.candidacy) return null;
  const { assessmentId, id: candidacyId } = session.candidacy;
  const about = { organisationId, assessmentId, candidacyId, sessionId, at: now };
  await db().$transaction((tx) =>
    as === "page"
      ? noteSeen(tx, viewer, { ...about, action: "session.see" })
      : writeAudit(tx, viewer, { ...about, action: "record.export" }),
  );
  return readRecord(session, now);
}
