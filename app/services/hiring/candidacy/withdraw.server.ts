import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { oneLine } from "#app/domain/text/one-line.ts";
import { db } from "#app/db/client.server.ts";
import { env } from "#app/env.server.ts";
import { sendMail } from "#app/services/accounts/mail/send-mail.server.ts";
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
  const asked = await db().$transaction(async (tx) => {
    const locked = await lockCandidacy(tx, candidacyId);
    if (!locked || locked.candidacy.userId !== viewer.id) return null;
    const { deletionAskedAt, assessment } = locked.candidacy;
    if (deletionAskedAt !== null) return { assessmentId: null };
    await tx.candidacy.update({ where: { id: candidacyId }, data: { deletionAskedAt: now } });
    const { id: assessmentId, organisationId } = assessment;
    const note = { organisationId, assessmentId, candidacyId, at: now };
    await writeAudit(tx, viewer, { ...note, action: "candidacy.deletion-asked" });
    return { assessmentId };
  });
  if (asked?.assessmentId) await mailTeam(candidacyId, asked.assessmentId);
  return asked && { ok: true };
}

/** To the address that candidates are given. It names nobody: who asks stands on the page it leads to. */
async function mailTeam(candidacyId: string, assessmentId: string): Promise<void> {
  const assessment = await db().assessment.findUnique({
    where: { id: assessmentId },
    select: { name: true, contact: true, organisation: { select: { handle: true } } },
  });
  if (assessment === null) return; // deleted meanwhile, with its candidates
  const { name, contact, organisation } = assessment;
  await sendMail({
    to: contact,
    about: candidacyId,
    subject: `Somebody asks for deletion: ${oneLine(name)}`,
    text: `Somebody who takes part in “${oneLine(name)}” asks that everything of theirs be deleted.

It stands beside their name, for an admin to do:

${env().appUrl}/hiring/${organisation.handle}/assessments/${assessmentId}/people
`,
  });
}
