import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { daysGiven } from "#app/domain/hiring/invitation.ts";
import { db } from "#app/db/client.server.ts";
import { findAssessment, type WantedAssessment } from "#app/services/hiring/assessments/find-assessment.server.ts";
import { inviteCandidates, type InviteOutcome } from "./invite-candidates.server.ts";

/**
 * Sends an invitation that nobody has used once more, for as many days, with a new link: the old one is known to nobody
 * but its mail. Null for whoever may not, and where there is none to send.
 */
export async function resendCandidateInvitation(
  viewer: Viewer,
  { invitationId, ...wanted }: WantedAssessment & { invitationId: string },
): Promise<{ email: string; outcome: InviteOutcome } | null> {
  const found = await findAssessment(viewer, { ...wanted, action: "manage_assessments" });
  if (found === null) return null;
  const invitation = await db().assessmentInvitation.findFirst({
    where: { id: invitationId, assessmentId: found.assessment.id, uses: 0, revokedAt: null },
  });
  if (invitation === null || invitation.email === null) return null;
  const { email, extraTimePercent } = invitation;
  const emails = [email];
  const outcome = await inviteCandidates(viewer, { ...wanted, emails, days: daysGiven(invitation), extraTimePercent });
  return outcome && { email, outcome };
}
