import { db } from "#app/db/client.server.ts";

/** Whoever follows a link from the mail of an address has shown that it is theirs. */
export async function proveAddress(userId: string): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { emailVerified: true } });
}
