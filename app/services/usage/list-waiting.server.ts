import type { UngradedReason } from "#app/domain/grading/grade.ts";
import { db } from "#app/db/client.server.ts";

export type Waiting = {
  gradeId: string;
  sessionId: string;
  /** Whoever asked for the grade. */
  userId: string;
  organisationId: string | null;
  candidacyId: string | null;
};

/**
 * The newest grades, of sessions, of open appeals and of regrades that nobody stopped, that were not made for one of these
 * reasons, the longest waiting first.
 */
export async function listWaiting(
  reasons: readonly UngradedReason[],
  organisationId: string | null,
): Promise<Waiting[]> {
  return db().$queryRaw<Waiting[]>`
    SELECT g."id" AS "gradeId", s."id" AS "sessionId", coalesce(g."requestedById", s."userId") AS "userId",
      s."organisationId", s."candidacyId"
    FROM "Grade" g JOIN "Session" s ON s."id" = g."sessionId"
      LEFT JOIN "Appeal" a ON a."id" = g."appealId" LEFT JOIN "Regrade" r ON r."id" = g."regradeId"
    WHERE g."status" = 'ungraded' AND g."reason" = ANY(${reasons})
      AND (a."id" IS NULL OR a."status" = 'regrading') AND (r."id" IS NULL OR r."status" <> 'cancelled')
      AND (${organisationId}::text IS NULL OR s."organisationId" = ${organisationId})
      AND NOT EXISTS (
        SELECT 1 FROM "Grade" later WHERE later."sessionId" = g."sessionId" AND later."createdAt" > g."createdAt"
          AND later."appealId" IS NOT DISTINCT FROM g."appealId" AND later."regradeId" IS NOT DISTINCT FROM g."regradeId")
    ORDER BY g."createdAt"`;
}
