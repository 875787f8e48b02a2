import { invitationState } from "#app/domain/accounts/invitation.ts";
import { findMembership } from "#app/domain/accounts/permissions.ts";
import { readRoles, type Role } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";

export type ListedMember = {
  memberId: string;
  name: string;
  email: string;
  roles: Role[];
  joinedAt: string;
  isViewer: boolean;
};

export type ListedInvitation = {
  invitationId: string;
  email: string;
  roles: Role[];
  sentAt: string;
  expiresAt: string;
  state: "open" | "expired";
};

export type ListedMembers = { members: ListedMember[]; invitations: ListedInvitation[] };

const mostShown = 200;

/** Who belongs to an organisation, and who has been invited and not come yet. Null for whoever may not see it. */
export async function listMembers(
  viewer: Viewer,
  { organisation, now = new Date() }: { organisation: string; now?: Date },
): Promise<ListedMembers | null> {
  const membership = findMembership(viewer, organisation, "see_members");
  if (membership === null) return null;
  const { organisationId } = membership;
  const members = await db().member.findMany({
    where: { organisationId },
    include: { user: true },
    orderBy: [{ user: { name: "asc" } }, { joinedAt: "asc" }],
  });
  const invitations = await db().memberInvitation.findMany({
    where: { organisationId, acceptedAt: null, revokedAt: null },
    orderBy: { createdAt: "desc" },
    take: mostShown,
  });
  return {
    members: members.map(({ id, roles, joinedAt, user }) => ({
      memberId: id,
      name: user.name,
      email: user.email,
      roles: readRoles(roles),
      joinedAt: joinedAt.toISOString(),
      isViewer: user.id === viewer.id,
    })),
    invitations: invitations.map((each) => ({
      invitationId: each.id,
      email: each.email,
      roles: readRoles(each.roles),
      sentAt: each.createdAt.toISOString(),
      expiresAt: each.expiresAt.toISOString(),
      state: invitationState(each, now) === "expired" ? "expired" : "open",
    })),
  };
}
