import type { UsageDay, UsageFailure, UsageLine, UsagePerson } from "#app/domain/usage/usage.ts";
import { db } from "#app/db/client.server.ts";
import { Prisma } from "#app/db/generated/client.ts";
import { utc } from "#app/services/model/spent-today.server.ts";

// Sums over an organisation's calls, made by the database: a page is as quick after a year as on the first day.

type Span = { organisationId: string; since: Date };

function within({ organisationId, since }: Span): Prisma.Sql {
  return Prisma.sql`"organisationId" = ${organisationId} AND "createdAt" >= ${utc(since)}`;
}

/** By purpose and model, the dearest first. */
export function sumByLine(span: Span): Promise<UsageLine[]> {
  return db().$queryRaw<UsageLine[]>`
    SELECT "purpose", "model",
      (count(*) FILTER (WHERE "outcome" <> 'budget'))::int AS "calls",
      (count(*) FILTER (WHERE "outcome" = 'ok'))::int AS "succeeded",
      (count(*) FILTER (WHERE "outcome" = 'ok' AND "costUsd" IS NULL))::int AS "unpriced",
      coalesce(sum("inputTokens"), 0)::float8 AS "input",
      coalesce(sum("outputTokens"), 0)::float8 AS "output",
      coalesce(sum("cacheReadTokens"), 0)::float8 AS "cacheRead",
      coalesce(sum("cacheWriteTokens"), 0)::float8 AS "cacheWrite",
      (sum("costUsd") FILTER (WHERE "outcome" <> 'budget'))::float8 AS "costUsd",
      (sum("estimatedUsd") FILTER (WHERE "outcome" = 'ok' AND "costUsd" IS NOT NULL))::float8 AS "estimatedUsd",
      (sum("costUsd") FILTER (WHERE "outcome" = 'ok' AND "estimatedUsd" IS NOT NULL))::float8 AS "actualUsd",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY "latencyMs") FILTER (WHERE "outcome" = 'ok') AS "medianLatencyMs",
      percentile_cont(0.95) WITHIN GROUP (ORDER BY "latencyMs") FILTER (WHERE "outcome" = 'ok') AS "p95LatencyMs"
    FROM "ModelCall" WHERE ${within(span)}
    GROUP BY "purpose", "model" HAVING count(*) FILTER (WHERE "outcome" <> 'budget') > 0
    ORDER BY "costUsd" DESC NULLS LAST, "calls" DESC, "purpose", "model"`;
}

/** Whatever did not succeed, the budget's refusals among it, by reason. */
export function sumFailures(span: Span): Promise<UsageFailure[]> {
  return db().$queryRaw<UsageFailure[]>`
    SELECT "outcome", count(*)::int AS "calls" FROM "ModelCall"
    WHERE ${within(span)} AND "outcome" NOT IN ('ok', 'running')
    GROUP BY "outcome" ORDER BY "calls" DESC, "outcome"`;
}

/** As the budget counts: what broke off counts with its estimate. */
const spent = Prisma.sql`coalesce(sum(coalesce("costUsd", "estimatedUsd")), 0)::float8`;

/**
 * Candidates stand together: a sum beside a name would tell which of the calls were theirs, and so whose session it is that
 * somebody is to review without knowing.
 */
export function sumByPerson(span: Span, today: Date): Promise<UsagePerson[]> {
  return db().$queryRaw<UsagePerson[]>`
    SELECT c."userId", c."isCandidates", u."name", coalesce(u."isAnonymous", false) AS "isGuest",
      (count(*) FILTER (WHERE "outcome" <> 'budget'))::int AS "calls",
      ${spent} AS "costUsd",
      coalesce(sum(coalesce("costUsd", "estimatedUsd")) FILTER (WHERE c."createdAt" >= ${utc(today)}), 0)::float8
        AS "todayUsd"
    FROM (SELECT called.*, s."id" IS NOT NULL AS "isCandidates", CASE WHEN s."id" IS NULL THEN called."by" END AS "userId"
      FROM (SELECT "userId" AS "by", "sessionId", "outcome", "costUsd", "estimatedUsd", "createdAt" FROM "ModelCall"
        WHERE ${within(span)}) called
      LEFT JOIN "Session" s ON s."id" = called."sessionId" AND s."mode" = 'assessment') c
    LEFT JOIN "User" u ON u."id" = c."userId"
    GROUP BY c."userId", c."isCandidates", u."name", u."isAnonymous"
    ORDER BY "costUsd" DESC, "calls" DESC, u."name"
    LIMIT 200`;
}

export function sumByDay(span: Span): Promise<UsageDay[]> {
  return db().$queryRaw<UsageDay[]>`
    SELECT to_char("createdAt", 'YYYY-MM-DD') AS "day",
      (count(*) FILTER (WHERE "outcome" <> 'budget'))::int AS "calls", ${spent} AS "costUsd"
    FROM "ModelCall" WHERE ${within(span)} GROUP BY 1 ORDER BY 1`;
}
