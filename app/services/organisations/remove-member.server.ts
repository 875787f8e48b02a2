import { keepsAnAdmin } from "#app/domain/accounts/organisation.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { endInvitationsOf, holdOrganisation } from "./hold-organisation.server.ts";

type Wanted = { organisation: string; memberId: string };

/**
 * Takes somebody out of an organisation, from their next request on, with the invitations that would bring them back:
 * those for their address, and those they sent.
 * What they did stays. Null for whoever may not, and for no such member.
 */
export async function removeMember(
  viewer: Viewer,
  { organisation, memberId }: Wanted,
): Promise<{ ok: true; isViewer: boolean } | { ok: false; reason: "last-admin" } | null> {
  return holdOrganisation(viewer, { organisation, action: "manage_members" }, async (tx, held) => {
    const { members, organisationId, own } = held;
    const member = members.find(({ id }) => id === memberId);
    if (member === undefined) return null;
    if (!keepsAnAdmin(members, member.userId, null)) return { ok: false as const, reason: "last-admin" as const };
    const { user } = await tx.member.delete({ where: { id: memberId }, include: { user: true } });
    await endInvitationsOf(tx, { organisationId, userId: user.id, email: user.email });
    return { ok: true as const, isViewer: member.id === own.id };
  });
}
