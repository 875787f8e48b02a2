import { findMembership, mayAs, type Action } from "#app/domain/accounts/permissions.ts";
import { readRoles, type Role } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";

type HeldMember = { id: string; userId: string; roles: readonly Role[] };
export type HeldOrganisation = { organisationId: string; members: readonly HeldMember[]; own: HeldMember };

/** Whoever else changes who is a member, or invites somebody, waits until this transaction has ended. */
export async function lockOrganisation(tx: Prisma.TransactionClient, organisationId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId} FOR UPDATE`;
}

/** Ends what would bring somebody back: invitations they sent while they could, and those for their address, if given. */
export async function endInvitationsOf(
  tx: Prisma.TransactionClient,
  { organisationId, userId, email }: { organisationId: string; userId: string; email?: string },
): Promise<void> {
  const theirs = [{ invitedById: userId }, ...(email === undefined ? [] : [{ email: email.toLowerCase() }])];
  await tx.memberInvitation.updateMany({
    where: { organisationId, acceptedAt: null, revokedAt: null, OR: theirs },
    data: { revokedAt: new Date() },
  });
}

/**
 * Decides about an organisation's members with nobody else deciding at the same time. What the viewer may is read again
 * under the lock: an admin who has lost the role a moment ago finds nothing. Null for whoever may not.
 */
export async function holdOrganisation<Decided>(
  viewer: Viewer,
  { organisation, action }: { organisation: string; action: Action },
  decide: (tx: Prisma.TransactionClient, held: HeldOrganisation) => Promise<Decided>,
): Promise<Decided | null> {
  const membership = findMembership(viewer, organisation, action);
  if (membership === null) return null;
  const { organisationId } = membership;
  return db().$transaction(async (tx) => {
    await lockOrganisation(tx, organisationId);
    const rows = await tx.member.findMany({ where: { organisationId } });
    const members = rows.map(({ id, userId, roles }) => ({ id, userId, roles: readRoles(roles) }));
    const own = members.find(({ userId }) => userId === viewer.id);
    return own && mayAs(own.roles, action) ? decide(tx, { organisationId, members, own }) : null;
  });
}
