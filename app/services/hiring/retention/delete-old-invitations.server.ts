import { db } from "#app/db/client.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";

type Old = { assessmentId: string; organisationId: string };

/**
 * Addresses of people who were invited and never came are kept no longer after their invitation ended than what a
 * candidate hands in; links that nobody came by go with them. One entry in the log for each assessment.
 */
export async function deleteOldInvitations(now: Date): Promise<void> {
  const old = await db().$queryRaw<Old[]>`
    SELECT DISTINCT a."id" AS "assessmentId", a."organisationId" FROM "AssessmentInvitation" i
    JOIN "Assessment" a ON a."id" = i."assessmentId"
    WHERE LEAST(i."expiresAt", COALESCE(i."revokedAt", i."expiresAt")) + a."retentionDays" * interval '1 day' <= ${now}
      AND NOT EXISTS (SELECT 1 FROM "Candidacy" c WHERE c."invitationId" = i."id")`;
  for (const of of old) await deleteThose(of, now);
}

async function deleteThose({ assessmentId, organisationId }: Old, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const deleted = await tx.$queryRaw<{ id: string }[]>`
      DELETE FROM "AssessmentInvitation" i USING "Assessment" a
      WHERE a."id" = i."assessmentId" AND a."id" = ${assessmentId}
        AND LEAST(i."expiresAt", COALESCE(i."revokedAt", i."expiresAt")) + a."retentionDays" * interval '1 day' <= ${now}
        AND NOT EXISTS (SELECT 1 FROM "Candidacy" c WHERE c."invitationId" = i."id")
      RETURNING i."id"`;
    if (deleted.length === 0) return;
    await tx.mail.deleteMany({ where: { about: { in: deleted.map(({ id }) => id) } } });
    const details = { because: "retention", invitations: deleted.length };
    await writeAudit(tx, null, { organisationId, action: "data.delete", assessmentId, details, at: now });
  });
}
