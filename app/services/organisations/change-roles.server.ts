import { keepsAnAdmin } from "#app/domain/accounts/organisation.ts";
import { mayAs } from "#app/domain/accounts/permissions.ts";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { endInvitationsOf, holdOrganisation } from "./hold-organisation.server.ts";

type Wanted = { organisation: string; memberId: string; roles: readonly Role[] };

/** Gives a member other roles, from their next request on; invitations of a former admin end. Null for whoever may not, and for no such member. */
export async function changeRoles(
  viewer: Viewer,
  { organisation, memberId, roles }: Wanted,
): Promise<{ ok: true; isViewer: boolean } | { ok: false; reason: "last-admin" } | null> {
  return holdOrganisation(viewer, { organisation, action: "manage_members" }, async (tx, held) => {
    const { members, organisationId, own } = held;
    const member = members.find(({ id }) => id === memberId);
    if (member === undefined) return null;
    if (!keepsAnAdmin(members, member.userId, roles)) return { ok: false as const, reason: "last-admin" as const };
    await tx.member.update({ where: { id: memberId }, data: { roles: [...roles] } });
    const { userId } = member;
    if (!mayAs(roles, "manage_members")) await endInvitationsOf(tx, { organisationId, userId });
    return { ok: true as const, isViewer: member.id === own.id };
  });
}
