import { db } from "#app/db/client.server.ts";

/** The names of accounts by id; one that is gone, or was nobody, has none. */
export async function listNames(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const users = await db().user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

export async function findName(id: string | null): Promise<string | null> {
  return id === null ? null : ((await listNames([id])).get(id) ?? null);
}
