import { findMembership, mayAs, type Action } from "#app/domain/accounts/permissions.ts";
import { readRoles } from "#app/domain/accounts/roles.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";

/**
 * Does something as a member of an organisation, and looks again whether one still is: whoever takes a role away takes the
 * organisation's row first (`holdOrganisation`) and so comes before or after, never in between. Members do not wait for
 * each other. Null for whoever may not, or may not any more.
 */
export async function holdMembership<Done>(
  viewer: Viewer,
  { organisation, action }: { organisation: string; action: Action },
  work: (tx: Prisma.TransactionClient, held: Membership) => Promise<Done>,
): Promise<Done | null> {
  const membership = findMembership(viewer, organisation, action);
  if (membership === null) return null;
  const { organisationId } = membership;
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId} FOR KEY SHARE`;
    const own = { organisationId_userId: { organisationId, userId: viewer.id } };
    const member = await tx.member.findUnique({ where: own, select: { roles: true } });
    const roles = readRoles(member?.roles ?? []);
    return mayAs(roles, action) ? work(tx, { ...membership, roles }) : null;
  });
}
