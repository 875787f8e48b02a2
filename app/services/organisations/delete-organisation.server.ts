import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { deleteInvitationMails } from "#app/services/hiring/invitations/delete-mails.server.ts";
import { holdOrganisation } from "./hold-organisation.server.ts";

export type DeleteRefusal = "other-members" | "taken";

/**
 * Deletes an organisation whose admin is alone in it, with all that was written there. Once somebody has taken one of its
 * scenarios, or begun one of its assessments, it stays: their interviews are read by it. Null for whoever may not.
 */
export async function deleteOrganisation(
  viewer: Viewer,
  organisation: string,
): Promise<{ ok: true } | { ok: false; reason: DeleteRefusal } | null> {
  return holdOrganisation(viewer, { organisation, action: "manage_members" }, async (tx, held) => {
    const { members, organisationId } = held;
    if (members.length > 1) return { ok: false as const, reason: "other-members" as const };
    const taken = await tx.session.count({ where: { organisationId } });
    const begun = await tx.candidacy.count({ where: { assessment: { organisationId } } });
    if (taken + begun > 0) return { ok: false as const, reason: "taken" as const };
    await deleteInvitationMails(tx, { assessment: { organisationId } });
    await tx.organisation.delete({ where: { id: organisationId } });
    return { ok: true as const };
  });
}
