import { keepsAnAdmin } from "#app/domain/accounts/organisation.ts";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { holdOrganisation } from "./hold-organisation.server.ts";

type Wanted = { organisation: string; memberId: string; roles: readonly Role[] };

/** Gives a member other roles, from their next request on. Null for whoever may not, and for no such member. */
export async function changeRoles(
  viewer: Viewer,
  { organisation, memberId, roles }: Wanted,
): Promise<{ ok: true; isViewer: boolean } | { ok: false; reason: "last-admin" } | null> {
  return holdOrganisation(viewer, { organisation, action: "manage_members" }, async (tx, { members, own }) => {
    const member = members.find(({ id }) => id === memberId);
    if (member === undefined) return null;
    if (!keepsAnAdmin(members, member.userId, roles)) return { ok: false as const, reason: "last-admin" as const };
    await tx.member.update({ where: { id: memberId }, data: { roles: [...roles] } });
    return { ok: true as const, isViewer: member.id === own.id };
  });
}
