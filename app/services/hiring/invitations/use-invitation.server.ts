import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { isTaking } from "#app/domain/hiring/assessment.ts";
import { assessInvitationState, type AssessInvitationState } from "#app/domain/hiring/invitation.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { hashInvitationToken } from "#app/services/organisations/invitation-token.server.ts";

export type InvitationRefusal = Exclude<AssessInvitationState, "open"> | "unknown" | "other-address" | "closed";

export type UsedInvitation =
  | { ok: true; invitationId: string; assessmentId: string; organisationId: string; extraTimePercent: number }
  | { ok: false; reason: InvitationRefusal };

/**
 * Takes one use of an invitation, in the transaction that makes the candidacy: of two who take the last use at once the
 * second waits, and finds it used. One by address is for an account with that address, and shows nothing of whose it is:
 * the mail may have been passed on to whoever made that account. Locks the assessment too, so that nobody comes in while
 * it is being closed. For an account: guests are the caller's to refuse.
 */
export async function useInvitation(
  tx: Prisma.TransactionClient,
  { token, viewer, now }: { token: string; viewer: Viewer; now: Date },
): Promise<UsedInvitation> {
  const tokenHash = hashInvitationToken(token);
  const known = await tx.assessmentInvitation.findUnique({ where: { tokenHash }, select: { assessmentId: true } });
  if (known === null) return { ok: false, reason: "unknown" };
  const { assessmentId } = known;
  await tx.$queryRaw`SELECT "id" FROM "Assessment" WHERE "id" = ${assessmentId} FOR SHARE`;
  await tx.$queryRaw`SELECT "id" FROM "AssessmentInvitation" WHERE "tokenHash" = ${tokenHash} FOR UPDATE`;
  const invitation = await tx.assessmentInvitation.findUnique({ where: { tokenHash }, include: { assessment: true } });
  if (invitation === null) return { ok: false, reason: "unknown" };
  const { id: invitationId, email, extraTimePercent, assessment } = invitation;
  const state = assessInvitationState(invitation, now);
  if (state !== "open") return { ok: false, reason: state };
  if (!isTaking(assessment, now)) return { ok: false, reason: "closed" };
  if (email !== null && (viewer.isGuest || viewer.email?.toLowerCase() !== email)) {
    return { ok: false, reason: "other-address" };
  }
  await tx.assessmentInvitation.update({ where: { id: invitationId }, data: { uses: { increment: 1 } } });
  return { ok: true, invitationId, assessmentId, organisationId: assessment.organisationId, extraTimePercent };
}
