import type { UngradedReason } from "#app/domain/grading/grade.ts";
import { db } from "#app/db/client.server.ts";

export type Waiting = { gradeId: string; sessionId: string; userId: string; organisationId: string | null };

/** Sessions whose newest own grade was not made for one of these reasons, the longest waiting first. */
export async function listWaiting(
  reasons: readonly UngradedReason[],
  organisationId: string | null,
): Promise<Waiting[]> {
  return db().$queryRaw<Waiting[]>`
    SELECT g."id" AS "gradeId", s."id" AS "sessionId", s."userId", s."organisationId"
    FROM "Grade" g JOIN "Session" s ON s."id" = g."sessionId"
    WHERE g."status" = 'ungraded' AND g."reason" = ANY(${reasons}) AND g."appealId" IS NULL AND g."regradeId" IS NULL
      AND (${organisationId}::text IS NULL OR s."organisationId" = ${organisationId})
      AND NOT EXISTS (
        SELECT 1 FROM "Grade" later WHERE later."sessionId" = g."sessionId" AND later."createdAt" > g."createdAt"
          AND later."appealId" IS NULL AND later."regradeId" IS NULL)
    ORDER BY g."createdAt"`;
}
