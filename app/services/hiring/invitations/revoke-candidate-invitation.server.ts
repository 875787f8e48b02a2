import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { holdAssessment, type WantedAssessment } from "#app/services/hiring/assessments/find-assessment.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";

/**
 * Ends an invitation, by address or link: nobody comes in by it any more, and whoever has come stays. Null for whoever
 * may not, and where there is none to end.
 */
export async function revokeCandidateInvitation(
  viewer: Viewer,
  { invitationId, ...wanted }: WantedAssessment & { invitationId: string },
): Promise<{ ok: true } | null> {
  return holdAssessment(viewer, { ...wanted, action: "manage_assessments" }, async (tx, { assessment }) => {
    const { id: assessmentId, organisationId } = assessment;
    const now = new Date();
    const { count } = await tx.assessmentInvitation.updateMany({
      where: { id: invitationId, assessmentId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) return null;
    await writeAudit(tx, viewer, { organisationId, assessmentId, action: "invitation.revoke", at: now });
    return { ok: true as const };
  });
}
