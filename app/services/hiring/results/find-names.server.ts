import { db } from "#app/db/client.server.ts";

/** Names of the team's people by their ids; whoever's account is gone has none. */
export async function findNames(ids: readonly (string | null)[]): Promise<(id: string | null) => string> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const users = await db().user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return (id) => names.get(id ?? "") ?? "somebody whose account is gone";
}
