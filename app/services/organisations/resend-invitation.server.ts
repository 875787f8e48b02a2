import { findMembership } from "#app/domain/accounts/permissions.ts";
import { readRoles } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { inviteMember } from "./invite-member.server.ts";

/**
 * Sends an invitation that has not been accepted once more, with a new link: the old one is not known to anybody but its
 * mail. Null for whoever may not, and where there is none to send.
 */
export async function resendInvitation(
  viewer: Viewer,
  { organisation, invitationId }: { organisation: string; invitationId: string },
): Promise<({ email: string } & NonNullable<Awaited<ReturnType<typeof inviteMember>>>) | null> {
  const membership = findMembership(viewer, organisation, "manage_members");
  if (membership === null) return null;
  const { organisationId } = membership;
  const invitation = await db().memberInvitation.findFirst({
    where: { id: invitationId, organisationId, acceptedAt: null, revokedAt: null },
  });
  if (invitation === null) return null;
  const { email, roles } = invitation;
  const sent = await inviteMember(viewer, { organisation, email, roles: readRoles(roles) });
  return sent && { ...sent, email };
}
