import { db } from "#app/db/client.server.ts";
import type { Visitor } from "#test/support/visitor.ts";

/** The same visitor, as after the link in the mail to their address. */
export async function verified({ headers, viewer }: Visitor): Promise<Visitor> {
  await db().user.update({ where: { id: viewer.id }, data: { emailVerified: true } });
  return { headers, viewer: { ...viewer, emailVerified: true } };
}
