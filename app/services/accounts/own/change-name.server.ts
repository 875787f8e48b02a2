import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";

export async function changeName(viewer: Viewer, name: string): Promise<void> {
  await db().user.update({ where: { id: viewer.id }, data: { name } });
}
