import { notInOwnData, ownDataFormat } from "#app/domain/accounts/own-data.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { ownLists } from "./read-own-data.server.ts";

async function readAccount({ id, isGuest }: Viewer) {
  const user = await db().user.findUniqueOrThrow({
    where: { id },
    select: { id: true, name: true, email: true, emailVerified: true, createdAt: true, twoFactorEnabled: true },
  });
  const passwords = await db().account.count({ where: { userId: id, password: { not: null } } });
  // The address of a guest is made up, so that the account library has one.
  return { ...user, email: isGuest ? null : user.email, isGuest, hasPassword: passwords > 0 };
}

/** One JSON document, written as it is read: however much somebody has done, a few rows of it are in memory. */
export async function* exportOwnData(viewer: Viewer, now = new Date()): AsyncGenerator<string> {
  const head = { format: ownDataFormat, madeAt: now.toISOString(), notInIt: notInOwnData };
  yield `${JSON.stringify(head).slice(0, -1)},\n"account": ${JSON.stringify(await readAccount(viewer))}`;
  yield `,\n"goal": ${JSON.stringify(await db().goal.findUnique({ where: { userId: viewer.id } }))}`;
  for (const [name, read] of Object.entries(ownLists)) {
    yield `,\n${JSON.stringify(name)}: [`;
    let comma = "";
    for await (const item of read(viewer)) {
      yield `${comma}\n${JSON.stringify(item)}`;
      comma = ",";
    }
    yield "]";
  }
  yield "\n}\n";
}
