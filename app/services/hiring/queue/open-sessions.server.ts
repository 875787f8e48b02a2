import { permissions } from "#app/domain/accounts/permissions.ts";
import { startOf, stretchesFrom, mostWaiting, type Stretch } from "#app/domain/hiring/queue.ts";
import { Prisma } from "#app/db/generated/client.ts";
import { utc } from "#app/services/model/spent-today.server.ts";

type Asked = { organisationId: string; reviewerId: string; now: Date };

const mayReview = Prisma.sql`ARRAY[${Prisma.join([...permissions.review_assessment])}]::text[]`;

/** Others who hold session `s` now and may still review. */
function heldByOthers({ organisationId, reviewerId, now }: Asked): Prisma.Sql {
  return Prisma.sql`(SELECT count(*) FROM "ReviewClaim" c
    WHERE c."sessionId" = s."id" AND c."kind" = 'independent' AND c."state" = 'claimed'
      AND c."lockedUntil" > ${utc(now)} AND c."reviewerId" <> ${reviewerId}
      AND (SELECT m."roles" && ${mayReview} FROM "Member" m
        WHERE m."organisationId" = ${organisationId} AND m."userId" = c."reviewerId"))`;
}

/** Whether session `s` has a place. Null where its candidate has withdrawn. */
export function hasPlaceFor(asked: Asked): Prisma.Sql {
  return Prisma.sql`s."reviewsGiven" + ${heldByOthers(asked)} < (
    SELECT a."reviewersPerSession" FROM "Candidacy" k JOIN "Assessment" a ON a."id" = k."assessmentId"
    WHERE k."id" = s."candidacyId" AND k."withdrawnAt" IS NULL)`;
}

/**
 * Sessions `s` of one stretch of the reviewer's way that wait for them: somebody else's, with a place, and neither begun,
 * left nor given by the reviewer. Written as questions about one session at a time, so that the index over the queue is
 * walked from the start and as far as needed, however many sessions there are.
 */
export function openSessions(asked: Asked, { from, to }: Stretch): Prisma.Sql {
  const { organisationId, reviewerId, now } = asked;
  return Prisma.sql`FROM "Session" s
    WHERE s."organisationId" = ${organisationId} AND s."reviewState" = 'waiting'
      AND s."queueKey" >= ${from}::float8 AND s."queueKey" < ${to}::float8 AND s."userId" <> ${reviewerId}
      AND (SELECT count(*) FROM "ReviewClaim" own WHERE own."sessionId" = s."id" AND own."reviewerId" = ${reviewerId}
        AND (own."state" <> 'claimed' OR own."lockedUntil" > ${utc(now)} OR own."draftRevision" > 0)) = 0
      AND (SELECT count(*) FROM "Review" r WHERE r."sessionId" = s."id" AND r."reviewerId" = ${reviewerId}) = 0
      AND ${hasPlaceFor(asked)}`;
}

export type Reader = Pick<Prisma.TransactionClient, "$queryRaw">;

export type Picked = { id: string };

/**
 * The next session on the reviewer's way that was not tried yet. Of those that somebody else is deciding about just now
 * the first is locked and the others passed over, unless one is to wait for them.
 */
export async function pickNext(
  tx: Reader,
  asked: Asked,
  { tried, waits }: { tried: readonly string[]; waits: boolean },
): Promise<Picked | null> {
  const untried = tried.length === 0 ? Prisma.empty : Prisma.sql`AND s."id" NOT IN (${Prisma.join([...tried])})`;
  const lock = waits ? Prisma.empty : Prisma.sql`FOR NO KEY UPDATE OF s SKIP LOCKED`;
  for (const stretch of stretchesFrom(startOf(asked))) {
    const [picked] = await tx.$queryRaw<Picked[]>`
      SELECT s."id" ${openSessions(asked, stretch)} ${untried} ORDER BY s."queueKey", s."id" LIMIT 1 ${lock}`;
    if (picked) return picked;
  }
  return null;
}

/** How many wait for the reviewer, counted no further than is said. */
export async function countOpen(tx: Reader, asked: Asked): Promise<number> {
  const [counted] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count"
    FROM (SELECT 1 ${openSessions(asked, { from: 0, to: 2 })} ORDER BY s."queueKey" LIMIT ${mostWaiting + 1}) AS open`;
  return counted?.count ?? 0;
}
