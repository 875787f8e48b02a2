import { invitationEnd, mostInvitationsAnHour, mostOpenInvitations } from "#app/domain/accounts/invitation.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { env } from "#app/env.server.ts";
import { attemptKey, countAttempt } from "#app/services/accounts/count-attempt.server.ts";
import { mailsPerAddress } from "#app/services/accounts/links/mails-per-address.ts";
import { sendMail } from "#app/services/accounts/mail/send-mail.server.ts";
import { holdOrganisation, type HeldOrganisation } from "./hold-organisation.server.ts";
import { drawInvitationToken, hashInvitationToken } from "./invitation-token.server.ts";
import { writeInvitationMail } from "./write-invitation-mail.server.ts";

export type InviteRefusal =
  "address-unverified" | "member-already" | "too-many-mails" | "too-many-open" | "too-many-this-hour";
type Wanted = { organisation: string; email: string; roles: readonly Role[]; now?: Date };

const hourMs = 3_600_000;

type Transaction = Prisma.TransactionClient;
type Asked = { email: string; now: Date };

async function findRefusal(tx: Transaction, held: HeldOrganisation, asked: Asked): Promise<InviteRefusal | null> {
  const { organisationId, own } = held;
  const { email, now } = asked;
  if ((await tx.member.count({ where: { organisationId, user: { email } } })) > 0) return "member-already";
  const lastHour = { invitedById: own.userId, createdAt: { gt: new Date(now.getTime() - hourMs) } };
  if ((await tx.memberInvitation.count({ where: lastHour })) >= mostInvitationsAnHour) return "too-many-this-hour";
  const open = { organisationId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now }, NOT: { email } };
  return (await tx.memberInvitation.count({ where: open })) >= mostOpenInvitations ? "too-many-open" : null;
}

/**
 * Invites an address, in lower case, by mail. Inviting it again replaces the invitation that stands: the earlier link
 * ends. It goes out in the viewer's name, who is known by an address of their own. Null for whoever may not.
 */
export async function inviteMember(
  viewer: Viewer,
  { organisation, email, roles, now = new Date() }: Wanted,
): Promise<{ ok: true } | { ok: false; reason: InviteRefusal } | null> {
  const token = drawInvitationToken();
  const expiresAt = invitationEnd(now);
  const action = "manage_members";
  if (!may(viewer, action, organisation)) return null;
  if (!viewer.emailVerified) return { ok: false, reason: "address-unverified" };
  const { allowed } = await countAttempt(attemptKey("invitation", email), mailsPerAddress);
  if (!allowed) return { ok: false, reason: "too-many-mails" };
  const decided = await holdOrganisation(viewer, { organisation, action }, async (tx, held) => {
    const reason = await findRefusal(tx, held, { email, now });
    if (reason) return { ok: false as const, reason };
    const { organisationId } = held;
    const standing = { organisationId, email, acceptedAt: null, revokedAt: null };
    await tx.memberInvitation.updateMany({ where: standing, data: { revokedAt: now } });
    const { organisation: to } = await tx.memberInvitation.create({
      data: {
        organisationId,
        email,
        roles: [...roles],
        tokenHash: hashInvitationToken(token),
        invitedById: viewer.id,
        createdAt: now,
        expiresAt,
      },
      include: { organisation: true },
    });
    return { ok: true as const, name: to.name };
  });
  if (decided === null || !decided.ok) return decided;
  const link = `${env().appUrl}/invitations/${token}`;
  const mail = { inviter: viewer.name, organisation: decided.name, roles, link, expiresAt };
  await sendMail({ to: email, ...writeInvitationMail(mail) });
  return { ok: true };
}
