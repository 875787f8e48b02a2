import { mayAs } from "#app/domain/accounts/permissions.ts";
import { readRoles, type Role } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { keepsAnAdmin } from "#app/domain/accounts/organisation.ts";
import { db } from "#app/db/client.server.ts";

export type OwnOrganisation = {
  handle: string;
  name: string;
  roles: readonly Role[];
  /** Whether nobody could manage the members once the viewer has left. */
  isLastAdmin: boolean;
  /** Whom an admin can hand it over to, by name. */
  others: { memberId: string; name: string }[];
  /** Whether the viewer is an admin, alone in it, and nobody has taken a scenario of it. */
  canDelete: boolean;
};

/** The organisations the viewer belongs to; whom else they hold is told to their admins alone. */
export async function listOwnOrganisations(viewer: Viewer): Promise<OwnOrganisation[]> {
  const managed = viewer.memberships.filter(({ roles }) => mayAs(roles, "manage_members"));
  const members = await db().member.findMany({
    where: { organisationId: { in: managed.map(({ organisationId }) => organisationId) } },
    include: { user: true },
    orderBy: { user: { name: "asc" } },
  });
  const sessions = await db().session.findMany({
    where: { organisationId: { in: managed.map(({ organisationId }) => organisationId) } },
    distinct: ["organisationId"],
    select: { organisationId: true },
  });
  const taken = new Set(sessions.map(({ organisationId }) => organisationId));
  return viewer.memberships.map(({ organisationId, handle, name, roles }) => {
    const held = members.filter((member) => member.organisationId === organisationId);
    const known = held.map((member) => ({ userId: member.userId, roles: readRoles(member.roles) }));
    return {
      handle,
      name,
      roles,
      isLastAdmin: known.length > 0 && !keepsAnAdmin(known, viewer.id, null),
      others: held
        .filter(({ userId }) => userId !== viewer.id)
        .map(({ id, user }) => ({ memberId: id, name: user.name })),
      canDelete: known.length === 1 && !taken.has(organisationId),
    };
  });
}
