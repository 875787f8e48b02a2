import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { deleteInvitationMails } from "#app/services/hiring/invitations/delete-mails.server.ts";
import { holdAssessment, type WantedAssessment } from "./find-assessment.server.ts";

export type DeletedAssessment = { ok: true } | { ok: false; reason: "open" | "has-candidates" };

/** A draft, or one that was closed and that nobody took. Null where it is absent, and for whoever may not. */
export async function deleteAssessment(viewer: Viewer, wanted: WantedAssessment): Promise<DeletedAssessment | null> {
  const asked = { ...wanted, action: "manage_assessments" } as const;
  return holdAssessment(viewer, asked, async (tx, { assessment }): Promise<DeletedAssessment> => {
    const { id: assessmentId, organisationId, state } = assessment;
    if (state === "open") return { ok: false, reason: "open" };
    if ((await tx.candidacy.count({ where: { assessmentId } })) > 0) return { ok: false, reason: "has-candidates" };
    await deleteInvitationMails(tx, { assessmentId });
    await tx.assessment.delete({ where: { id: assessmentId } });
    await writeAudit(tx, viewer, { organisationId, assessmentId, action: "assessment.delete" });
    return { ok: true };
  });
}
