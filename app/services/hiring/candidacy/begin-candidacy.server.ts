import { createHash, randomInt, randomUUID } from "node:crypto";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { deletionDate } from "#app/domain/hiring/candidacy.ts";
import { drawCode } from "#app/domain/hiring/code.ts";
import type { Notice } from "#app/domain/hiring/notice.ts";
import { db } from "#app/db/client.server.ts";
import { Prisma } from "#app/db/generated/client.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { getNotice } from "#app/services/hiring/assessments/get-notice.server.ts";
import { useInvitation, type InvitationRefusal } from "#app/services/hiring/invitations/use-invitation.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { hashInvitationToken } from "#app/services/organisations/invitation-token.server.ts";

/** Names the exact words of a notice: what was acknowledged is what was shown. */
export function noticeKey(notice: Notice): string {
  return createHash("sha256").update(JSON.stringify(notice)).digest("hex").slice(0, 32);
}

export type BegunCandidacy =
  { ok: true; candidacyId: string } | { ok: false; reason: InvitationRefusal | "notice-changed" };

type Asked = { token: string; noticeKey: string; now: Date };
type Invited = { assessmentId: string; extraTimePercent: number };

/** What is acknowledged stays as it is until it has been: nobody changes the assessment meanwhile. */
async function findShownNotice(tx: Prisma.TransactionClient, invitation: Invited, key: string): Promise<Notice | null> {
  const { assessmentId, extraTimePercent } = invitation;
  await tx.$queryRaw`SELECT "id" FROM "Assessment" WHERE "id" = ${assessmentId} FOR SHARE`;
  const notice = await getNotice({ assessmentId, extraTimePercent }, tx);
  return noticeKey(notice) === key ? notice : null;
}

async function begin(tx: Prisma.TransactionClient, viewer: Viewer, asked: Asked): Promise<BegunCandidacy> {
  const { token, now } = asked;
  const invitation = await tx.assessmentInvitation.findUnique({ where: { tokenHash: hashInvitationToken(token) } });
  if (invitation === null) return { ok: false, reason: "unknown" };
  const { assessmentId } = invitation;
  // In the order of `holdAround`, for a candidacy that is yet to be made.
  await tx.$queryRaw`SELECT 1 FROM "Organisation" o, "User" u WHERE u."id" = ${viewer.id}
    AND o."id" = (SELECT "organisationId" FROM "Assessment" WHERE "id" = ${assessmentId}) FOR KEY SHARE OF o, u`;
  const whose = { assessmentId_userId: { assessmentId, userId: viewer.id } };
  const own = await tx.candidacy.findUnique({ where: whose, select: { id: true } });
  if (own) return { ok: true, candidacyId: own.id };
  const notice = await findShownNotice(tx, invitation, asked.noticeKey);
  if (!notice) return { ok: false, reason: "notice-changed" };
  const used = await useInvitation(tx, { token, viewer, now });
  if (!used.ok) return used;
  const { organisationId, invitationId, extraTimePercent } = used;
  const { retentionDays } = await tx.assessment.findUniqueOrThrow({ where: { id: assessmentId } });
  const { id: candidacyId } = await tx.candidacy.create({
    data: {
      id: randomUUID(), // one of the usual kind would tell, beside a name, when it was begun
      assessmentId,
      invitationId,
      extraTimePercent,
      notice,
      userId: viewer.id,
      code: drawCode(randomInt),
      acknowledgedAt: now,
      deleteAt: deletionDate(now, retentionDays),
    },
  });
  const note = { organisationId, assessmentId, candidacyId, details: { extraTimePercent }, at: now };
  await writeAudit(tx, viewer, { ...note, action: "candidacy.begin" });
  return { ok: true, candidacyId };
}

/** A code that somebody else has, or the same person in another tab: looked at once more, it is one or the other. */
const mostTries = 5;

function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

/**
 * The viewer has read the notice and begins: uses the invitation and keeps the exact words. Whoever has begun already, by
 * whichever invitation, goes on there, and uses nothing. For an account: guests are the caller's to refuse.
 */
export async function beginCandidacy(
  viewer: Viewer,
  { now = new Date(), ...asked }: Omit<Asked, "now"> & { now?: Date },
): Promise<BegunCandidacy> {
  // The words of the notice name scenarios, and nobody should be kept waiting on locks while these are read.
  await loadLibrary();
  for (let tries = 1; ; tries += 1) {
    try {
      return await db().$transaction((tx) => begin(tx, viewer, { ...asked, now }));
    } catch (error) {
      if (!isTaken(error) || tries === mostTries) throw error;
    }
  }
}
