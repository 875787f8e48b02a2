import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { lockCandidacy } from "./read-progress.server.ts";

/**
 * The candidate goes no further: what is under way ends ungraded, and what waits for reviewers waits no longer. It stays
 * until it is deleted. A second time changes nothing. Null where it is absent or not the viewer's.
 */
export async function withdrawCandidacy(
  viewer: Viewer,
  { candidacyId, now = new Date() }: { candidacyId: string; now?: Date },
): Promise<{ ok: true } | null> {
  return db().$transaction(async (tx) => {
    const locked = await lockCandidacy(tx, candidacyId);
    if (!locked || locked.candidacy.userId !== viewer.id) return null;
    const { withdrawnAt, assessment } = locked.candidacy;
    if (withdrawnAt !== null) return { ok: true as const };
    await tx.candidacy.update({ where: { id: candidacyId }, data: { withdrawnAt: now } });
    await tx.session.updateMany({
      where: { candidacyId, phase: "answering" },
      data: { phase: "finished", finishedAt: now },
    });
    await tx.session.updateMany({
      where: { candidacyId, reviewState: { in: ["waiting", "adjudicating"] } },
      data: { reviewState: null, queueKey: null },
    });
    const { id: assessmentId, organisationId } = assessment;
    const note = { organisationId, assessmentId, candidacyId, at: now };
    await writeAudit(tx, viewer, { ...note, action: "candidacy.withdraw" });
    return { ok: true as const };
  });
}

/** Asks the team to delete everything of it; once is enough. Null where it is absent or not the viewer's. */
export async function askForDeletion(
  viewer: Viewer,
  { candidacyId, now = new Date() }: { candidacyId: string; now?: Date },
): Promise<{ ok: true } | null> {
  return db().$transaction(async (tx) => {
    const locked = await lockCandidacy(tx, candidacyId);
    if (!locked || locked.candidacy.userId !== viewer.id) return null;
    const { deletionAskedAt, assessment } = locked.candidacy;
    if (deletionAskedAt !== null) return { ok: true as const };
    await tx.candidacy.update({ where: { id: candidacyId }, data: { deletionAskedAt: now } });
    const { id: assessmentId, organisationId } = assessment;
    const note = { organisationId, assessmentId, candidacyId, at: now };
    await writeAudit(tx, viewer, { ...note, action: "candidacy.deletion-asked" });
    return { ok: true as const };
  });
}
