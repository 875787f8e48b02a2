import type { Budgets, SpentToday } from "#app/domain/usage/budget.ts";
import { startOfDay } from "#app/domain/usage/day.ts";
import { Prisma } from "#app/db/generated/client.ts";
import { env } from "#app/env.server.ts";

/** Any number of our own: one lock for the budget of whoever runs the server. */
const serverBudgetLock = 7_202_611;

/** A budget that a call counts against: an organisation's, or the server's for all calls with its key. */
export type PaidFrom = { budgets: Budgets; organisationId: string | null; payer: string | null };

type Reader = Pick<Prisma.TransactionClient, "organisation">;
/** Of an organisation, or of none; made with the server's key, or with the organisation's own. */
type Payment = { organisationId: string | null; onServerKey: boolean };

function hasLimit({ budgets: { totalUsd, perPersonUsd } }: PaidFrom): boolean {
  return totalUsd !== null || perPersonUsd !== null;
}

/** The budgets that limit such a call: an organisation without a key of its own spends the server's money as well. */
export async function readBudgets(reader: Reader, { organisationId, onServerKey }: Payment): Promise<PaidFrom[]> {
  const own = organisationId === null ? [] : [await readBudget(reader, organisationId)];
  const servers = { budgets: env().dailyBudget, organisationId: null, payer: null };
  return [...own, ...(onServerKey ? [servers] : [])].filter(hasLimit);
}

async function readBudget(reader: Reader, organisationId: string): Promise<PaidFrom> {
  const { name, dailyBudgetUsd, dailyBudgetPerPersonUsd } = await reader.organisation.findUniqueOrThrow({
    where: { id: organisationId },
  });
  const budgets = { totalUsd: dailyBudgetUsd, perPersonUsd: dailyBudgetPerPersonUsd };
  return { budgets, organisationId, payer: name };
}

/**
 * The same, held until the transaction ends: nobody else decides on them meanwhile. The organisation's is always held
 * before the server's, so that no two calls wait for each other.
 */
export async function holdBudgets(tx: Prisma.TransactionClient, payment: Payment): Promise<PaidFrom[]> {
  const { organisationId } = payment;
  if (organisationId !== null) {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId} FOR NO KEY UPDATE`;
  }
  const limits = await readBudgets(tx, payment);
  if (limits.some((each) => each.organisationId === null)) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${serverBudgetLock}::bigint)`;
  }
  return limits;
}

/** Moments are kept in UTC without a zone, whatever the zone of the connection is. */
export function utc(moment: Date): Prisma.Sql {
  return Prisma.sql`(${moment.toISOString()}::timestamptz AT TIME ZONE 'UTC')`;
}

type Spender = { organisationId: string | null; userId: string | null; now: Date };

/**
 * What today has cost an organisation so far, or the server's key, whoever it was used for; a call that is under way, or
 * whose end nobody saw, counts with its estimate.
 */
export async function spentToday(
  reader: Pick<Prisma.TransactionClient, "$queryRaw">,
  { organisationId, userId, now }: Spender,
): Promise<SpentToday> {
  const paid = organisationId === null ? Prisma.sql`"onServerKey"` : Prisma.sql`"organisationId" = ${organisationId}`;
  const [row] = await reader.$queryRaw<SpentToday[]>`
    SELECT coalesce(sum(coalesce("costUsd", "estimatedUsd")), 0)::float8 AS "totalUsd",
      coalesce(sum(coalesce("costUsd", "estimatedUsd")) FILTER (WHERE "userId" = ${userId}), 0)::float8 AS "byPersonUsd"
    FROM "ModelCall"
    WHERE ${paid} AND "createdAt" >= ${utc(startOfDay(now))}`;
  return row ?? { totalUsd: 0, byPersonUsd: 0 };
}
