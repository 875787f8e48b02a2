import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { holdOrganisation } from "./hold-organisation.server.ts";

/** Ends an invitation that has not been accepted. Null for whoever may not, and where there is none to end. */
export async function revokeInvitation(
  viewer: Viewer,
  { organisation, invitationId }: { organisation: string; invitationId: string },
): Promise<{ ok: true } | null> {
  return holdOrganisation(viewer, { organisation, action: "manage_members" }, async (tx, { organisationId }) => {
    const { count } = await tx.memberInvitation.updateMany({
      where: { id: invitationId, organisationId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    return count === 1 ? { ok: true as const } : null;
  });
}
