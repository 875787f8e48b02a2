import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { auth } from "../auth.server.ts";

/** Ends the viewer's sign-in on one device; its next request is a stranger's. False: there is no such sign-in. */
export async function endSignIn(viewer: Viewer, id: string): Promise<boolean> {
  const { count } = await db().authSession.deleteMany({ where: { id, userId: viewer.id } });
  return count > 0;
}

/** Ends all sign-ins of the viewer but the one these headers came with. */
export async function endOtherSignIns(viewer: Viewer, visitor: Headers): Promise<void> {
  const here = await auth().api.getSession({ headers: visitor });
  await db().authSession.deleteMany({ where: { userId: viewer.id, id: { not: here?.session.id ?? "" } } });
}
