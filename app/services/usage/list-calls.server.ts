import type { UsageCall } from "#app/domain/usage/usage.ts";
import { db } from "#app/db/client.server.ts";
import type { ModelCall } from "#app/db/generated/client.ts";

type Span = { organisationId: string; since: Date };

/** The newest calls first; `after` goes on from one of them. */
export async function listCalls(
  { organisationId, since }: Span,
  { take, after }: { take: number; after?: string | undefined },
): Promise<UsageCall[]> {
  const rows = await db().modelCall.findMany({
    where: { organisationId, createdAt: { gte: since } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
  });
  const userIds = [...new Set(rows.flatMap(({ userId }) => userId ?? []))];
  const users = await db().user.findMany({ where: { id: { in: userIds } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const assessed = await listAssessed(rows);
  return rows.map((row) => callOf(row, { names, assessed }));
}

/** Whoever reads this may have to review these sessions without knowing whose they are. */
async function listAssessed(rows: readonly ModelCall[]): Promise<Set<string>> {
  const ids = [...new Set(rows.flatMap(({ sessionId }) => sessionId ?? []))];
  const sessions = await db().session.findMany({
    where: { id: { in: ids }, mode: "assessment" },
    select: { id: true },
  });
  return new Set(sessions.map(({ id }) => id));
}

type Known = { names: ReadonlyMap<string, string>; assessed: ReadonlySet<string> };

function callOf(row: ModelCall, { names, assessed }: Known): UsageCall {
  const { organisationId: _, userId, createdAt, ...rest } = row;
  const name = userId === null ? null : (names.get(userId) ?? null);
  const person = row.sessionId !== null && assessed.has(row.sessionId) ? "A candidate" : name;
  return { ...rest, at: createdAt.toISOString(), person };
}
