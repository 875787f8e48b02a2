import { invitationState, maskAddress } from "#app/domain/accounts/invitation.ts";
import { readRoles, type Role } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { hashInvitationToken } from "./invitation-token.server.ts";

export type InvitationView =
  | { state: "unknown" | "used" | "revoked" | "expired" }
  | {
      state: "open";
      organisation: string;
      inviter: string | null;
      roles: Role[];
      expiresAt: string;
      maskedAddress: string;
      /** Whose address it is: the viewer's, somebody else's, or not to be said yet, as nobody is signed in. */
      isFor: "viewer" | "other" | "unknown";
    };

/** What an invitation says to whoever holds its link. Once it has ended, that is only how. */
export async function findInvitation(
  viewer: Viewer | null,
  { token, now = new Date() }: { token: string; now?: Date },
): Promise<InvitationView> {
  const invitation = await db().memberInvitation.findUnique({
    where: { tokenHash: hashInvitationToken(token) },
    include: { organisation: true },
  });
  if (invitation === null) return { state: "unknown" };
  const state = invitationState(invitation, now);
  if (state !== "open") return { state };
  const { email, roles, expiresAt, organisation, invitedById } = invitation;
  const inviter = invitedById ? await db().user.findUnique({ where: { id: invitedById } }) : null;
  const address = viewer?.email?.toLowerCase() ?? null;
  return {
    state,
    organisation: organisation.name,
    inviter: inviter?.name ?? null,
    roles: readRoles(roles),
    expiresAt: expiresAt.toISOString(),
    maskedAddress: maskAddress(email),
    isFor: address === null ? "unknown" : address === email ? "viewer" : "other",
  };
}
