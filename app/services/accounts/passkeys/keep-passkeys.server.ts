import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";

/** False: the viewer has no such passkey. */
export async function renamePasskey(viewer: Viewer, { id, name }: { id: string; name: string }): Promise<boolean> {
  const { count } = await db().passkey.updateMany({ where: { id, userId: viewer.id }, data: { name } });
  return count > 0;
}

export async function removePasskey(viewer: Viewer, id: string): Promise<boolean> {
  const { count } = await db().passkey.deleteMany({ where: { id, userId: viewer.id } });
  return count > 0;
}
