import { readRoles } from "#app/domain/accounts/roles.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { auth } from "./auth.server.ts";

/** Read at every request, so that whoever is removed is out at once, in every open tab. */
async function listMemberships(userId: string): Promise<Membership[]> {
  const members = await db().member.findMany({
    where: { userId },
    include: { organisation: true },
    orderBy: { organisation: { name: "asc" } },
  });
  return members.map(({ organisation, roles }) => ({
    organisationId: organisation.id,
    handle: organisation.handle,
    name: organisation.name,
    roles: readRoles(roles),
  }));
}

/** Who the cookies of these request headers belong to. */
export async function findViewer(headers: Headers): Promise<Viewer | null> {
  const found = await auth().api.getSession({ headers });
  if (found === null) return null;
  const { id, name, email, emailVerified } = found.user;
  const isGuest = found.user.isAnonymous === true;
  if (isGuest) return { id, name, email: null, isGuest, emailVerified: false, memberships: [] };
  return { id, name, email, isGuest, emailVerified, memberships: await listMemberships(id) };
}
