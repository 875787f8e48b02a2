import { may } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { DeletedCounts, DeletionCause } from "#app/domain/hiring/deletion.ts";
import { Prisma } from "#app/db/generated/client.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { holdAround } from "#app/services/hiring/candidacy/read-progress.server.ts";

type Wanted = { candidacyId: string; because: DeletionCause; now?: Date };

/** What was deleted, and the scenario versions whose agreement is to be measured again once the transaction has ended. */
export type DeletedCandidacy = {
  counts: DeletedCounts;
  measure: { organisationId: string; scenarioHash: string }[];
};

const found = {
  assessment: { select: { id: true, organisationId: true } },
  invitation: true,
  user: { select: { email: true, emailVerified: true } },
  sessions: { select: { id: true, scenarioHash: true, reviewState: true } },
} satisfies Prisma.CandidacyInclude;

type Found = Prisma.CandidacyGetPayload<{ include: typeof found }>;

/**
 * Whoever reviews, grades or answers at this moment ends first, or finds nothing afterwards. Grades are locked before
 * sessions because whoever writes a grade holds it when it turns to the session.
 */
async function lockAll(tx: Prisma.TransactionClient, candidacyId: string): Promise<void> {
  await holdAround(tx, candidacyId);
  await tx.$queryRaw`SELECT 1 FROM "Candidacy" WHERE "id" = ${candidacyId} FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM "Grade" WHERE "sessionId" IN
    (SELECT "id" FROM "Session" WHERE "candidacyId" = ${candidacyId}) ORDER BY "id" FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM "Session" WHERE "candidacyId" = ${candidacyId} ORDER BY "id" FOR UPDATE`;
}

/** Invitations to the candidate's own address, used or not; a link is everybody's, and an address only said to be theirs may be. */
async function deleteInvitations(tx: Prisma.TransactionClient, { assessmentId, invitation, user }: Found) {
  const emails = [invitation?.email, user.emailVerified ? user.email.toLowerCase() : null];
  const where = { assessmentId, email: { in: emails.flatMap((email) => email ?? []) } };
  const invitations = await tx.assessmentInvitation.findMany({ where, select: { id: true } });
  await tx.assessmentInvitation.deleteMany({ where });
  return invitations.map(({ id }) => id);
}

/** What the log has of it stays as deeds with their times: whose they were, and levels and outcomes, go along. */
async function forgetInLog(tx: Prisma.TransactionClient, { id, userId, sessions }: Found): Promise<void> {
  const ofIt = { OR: [{ candidacyId: id }, { sessionId: { in: sessions.map((session) => session.id) } }] };
  await tx.auditEntry.updateMany({ where: ofIt, data: { details: Prisma.DbNull } });
  await tx.auditEntry.updateMany({ where: { ...ofIt, actorId: userId }, data: { actorId: null } });
}

async function deleteRows(tx: Prisma.TransactionClient, candidacy: Found): Promise<DeletedCounts> {
  const ids = candidacy.sessions.map(({ id }) => id);
  const ofSession = { where: { sessionId: { in: ids } } };
  const invitationIds = await deleteInvitations(tx, candidacy);
  const counts = {
    sessions: ids.length,
    turns: await tx.turn.count(ofSession),
    grades: await tx.grade.count(ofSession),
    reviews: await tx.review.count(ofSession),
    claims: await tx.reviewClaim.count(ofSession),
    levels: await tx.sessionLevel.count(ofSession),
    changes: await tx.levelChange.count(ofSession),
    appeals: (await tx.levelAppeal.count(ofSession)) + (await tx.appeal.count(ofSession)),
    decisions: await tx.decision.count({ where: { candidacyId: candidacy.id } }),
    cards: (await tx.card.deleteMany(ofSession)).count,
    mails: (await tx.mail.deleteMany({ where: { about: { in: [candidacy.id, ...invitationIds] } } })).count,
    invitations: invitationIds.length,
  };
  // What the calls cost stays counted; whose they were does not.
  await tx.modelCall.updateMany({ ...ofSession, data: { sessionId: null, userId: null } });
  await tx.candidacy.delete({ where: { id: candidacy.id } }); // takes sessions along, and all that hangs on them
  return counts;
}

/**
 * Deletes a candidacy with everything that came of it, and says so in the log. For the server itself (null), for a member
 * who may, and for the candidate. Null for whoever may not, and where there is none any more.
 */
export async function deleteCandidacy(
  tx: Prisma.TransactionClient,
  viewer: Viewer | null,
  { candidacyId, because, now = new Date() }: Wanted,
): Promise<DeletedCandidacy | null> {
  await lockAll(tx, candidacyId);
  const candidacy = await tx.candidacy.findUnique({ where: { id: candidacyId }, include: found });
  if (!candidacy) return null;
  const { organisationId, id: assessmentId } = candidacy.assessment;
  const isAllowed =
    viewer === null || viewer.id === candidacy.userId || may(viewer, "delete_candidacy", organisationId);
  if (!isAllowed) return null;
  await forgetInLog(tx, candidacy);
  const counts = await deleteRows(tx, candidacy);
  const details = { because, ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) };
  await writeAudit(tx, viewer, {
    organisationId,
    action: "data.delete",
    assessmentId,
    candidacyId,
    details,
    at: now,
  });
  const reviewed = candidacy.sessions.filter(({ reviewState }) => reviewState !== null);
  const hashes = [...new Set(reviewed.map(({ scenarioHash }) => scenarioHash))];
  return { counts, measure: hashes.map((scenarioHash) => ({ organisationId, scenarioHash })) };
}
