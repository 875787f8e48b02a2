import { keepsAnAdmin } from "#app/domain/accounts/organisation.ts";
import { mayAs } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { endInvitationsOf, holdOrganisation } from "./hold-organisation.server.ts";

export type LeaveRefusal = "last-admin" | "no-such-member";
/** `handOverTo` is a member who becomes an admin before the viewer goes. */
type Wanted = { organisation: string; handOverTo: string | null };

/** Takes the viewer out of an organisation; what they did stays, but for invitations that nobody has accepted. Null for whoever is no member. */
export async function leaveOrganisation(
  viewer: Viewer,
  { organisation, handOverTo }: Wanted,
): Promise<{ ok: true } | { ok: false; reason: LeaveRefusal } | null> {
  return holdOrganisation(viewer, { organisation, action: "leave" }, async (tx, held) => {
    const { members, organisationId, own } = held;
    if (handOverTo !== null) {
      if (!mayAs(own.roles, "manage_members")) return null;
      const next = members.find(({ id }) => id === handOverTo && id !== own.id);
      if (next === undefined) return { ok: false as const, reason: "no-such-member" as const };
      const roles = [...new Set([...next.roles, "admin"])];
      await tx.member.update({ where: { id: next.id }, data: { roles } });
    } else if (!keepsAnAdmin(members, viewer.id, null)) {
      return { ok: false as const, reason: "last-admin" as const };
    }
    await tx.member.delete({ where: { id: own.id } });
    await endInvitationsOf(tx, { organisationId, userId: viewer.id });
    return { ok: true as const };
  });
}
