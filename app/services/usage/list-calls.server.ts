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
  return rows.map((row) => callOf(row, names));
}

function callOf(row: ModelCall, names: ReadonlyMap<string, string>): UsageCall {
  const { organisationId: _, userId, createdAt, ...rest } = row;
  return { ...rest, at: createdAt.toISOString(), person: userId === null ? null : (names.get(userId) ?? null) };
}
