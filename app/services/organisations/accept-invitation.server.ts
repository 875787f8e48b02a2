import { type InvitationState, invitationState } from "#app/domain/accounts/invitation.ts";
import { readRoles, type Role } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { lockOrganisation } from "./hold-organisation.server.ts";
import { hashInvitationToken } from "./invitation-token.server.ts";

export type AcceptRefusal = Exclude<InvitationState, "open"> | "unknown" | "other-address";
/** `handle` is the organisation's. */
type Accepted = { ok: true; handle: string } | { ok: false; reason: AcceptRefusal };
type Transaction = Prisma.TransactionClient;

async function isMember(tx: Transaction, member: { organisationId: string; userId: string }): Promise<boolean> {
  return (await tx.member.count({ where: member })) > 0;
}

/** Somebody who is a member already keeps their roles and gets the others too. */
async function join(tx: Transaction, wanted: { organisationId: string; userId: string; roles: readonly Role[] }) {
  const { organisationId, userId, roles } = wanted;
  const key = { organisationId_userId: { organisationId, userId } };
  const member = await tx.member.findUnique({ where: key });
  const all = [...new Set([...readRoles(member?.roles ?? []), ...roles])];
  await tx.member.upsert({ where: key, create: { organisationId, userId, roles: all }, update: { roles: all } });
}

/**
 * Makes the viewer a member, if the invitation stands and is for their address. It shows nothing of whose that address is:
 * the mail may have been passed on to whoever made that account. A second click changes nothing.
 */
export async function acceptInvitation(
  viewer: Viewer,
  { token, now = new Date() }: { token: string; now?: Date },
): Promise<Accepted> {
  const tokenHash = hashInvitationToken(token);
  const found = await db().memberInvitation.findUnique({ where: { tokenHash }, include: { organisation: true } });
  if (found === null) return { ok: false, reason: "unknown" };
  const { id, organisationId } = found;
  const accepted = { ok: true as const, handle: found.organisation.handle };
  return db().$transaction(async (tx): Promise<Accepted> => {
    await lockOrganisation(tx, organisationId);
    const invitation = await tx.memberInvitation.findUniqueOrThrow({ where: { id } });
    const state = invitationState(invitation, now);
    // Whoever was removed since does not come back by the old link.
    const isAgain = state === "used" && invitation.acceptedById === viewer.id;
    if (isAgain && (await isMember(tx, { organisationId, userId: viewer.id }))) return accepted;
    if (state !== "open") return { ok: false, reason: state };
    if (viewer.isGuest || viewer.email?.toLowerCase() !== invitation.email) {
      return { ok: false, reason: "other-address" };
    }
    await join(tx, { organisationId, userId: viewer.id, roles: readRoles(invitation.roles) });
    await tx.memberInvitation.update({ where: { id }, data: { acceptedAt: now, acceptedById: viewer.id } });
    return accepted;
  });
}
