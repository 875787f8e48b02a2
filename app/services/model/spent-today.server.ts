import type { Budgets, SpentToday } from "#app/domain/usage/budget.ts";
import { startOfDay } from "#app/domain/usage/day.ts";
import { Prisma } from "#app/db/generated/client.ts";
import { env } from "#app/env.server.ts";

/** Any number of our own: one lock for the budget that belongs to no organisation. */
const serverBudgetLock = 7_202_611;

type HeldBudget = { budgets: Budgets; payer: string | null };

/** The budget of whoever pays, held until the transaction ends: nobody else decides on it meanwhile. */
export async function holdBudget(tx: Prisma.TransactionClient, organisationId: string | null): Promise<HeldBudget> {
  if (organisationId === null) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${serverBudgetLock}::bigint)`;
  } else {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId} FOR NO KEY UPDATE`;
  }
  return readBudget(tx, organisationId);
}

export async function readBudget(
  reader: Pick<Prisma.TransactionClient, "organisation">,
  organisationId: string | null,
): Promise<HeldBudget> {
  if (organisationId === null) return { budgets: env().dailyBudget, payer: null };
  const { name, dailyBudgetUsd, dailyBudgetPerPersonUsd } = await reader.organisation.findUniqueOrThrow({
    where: { id: organisationId },
  });
  return { budgets: { totalUsd: dailyBudgetUsd, perPersonUsd: dailyBudgetPerPersonUsd }, payer: name };
}

/** Moments are kept in UTC without a zone, whatever the zone of the connection is. */
export function utc(moment: Date): Prisma.Sql {
  return Prisma.sql`(${moment.toISOString()}::timestamptz AT TIME ZONE 'UTC')`;
}

type Spender = { organisationId: string | null; userId: string | null; now: Date };

/** What today has cost so far; a call that is under way, or whose end nobody saw, counts with its estimate. */
export async function spentToday(
  reader: Pick<Prisma.TransactionClient, "$queryRaw">,
  { organisationId, userId, now }: Spender,
): Promise<SpentToday> {
  const [row] = await reader.$queryRaw<SpentToday[]>`
    SELECT coalesce(sum(coalesce("costUsd", "estimatedUsd")), 0)::float8 AS "totalUsd",
      coalesce(sum(coalesce("costUsd", "estimatedUsd")) FILTER (WHERE "userId" = ${userId}), 0)::float8 AS "byPersonUsd"
    FROM "ModelCall"
    WHERE "organisationId" IS NOT DISTINCT FROM ${organisationId} AND "createdAt" >= ${utc(startOfDay(now))}`;
  return row ?? { totalUsd: 0, byPersonUsd: 0 };
}
