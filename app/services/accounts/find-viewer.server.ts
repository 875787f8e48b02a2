import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { auth } from "./auth.server.ts";

/** Who the cookies of these request headers belong to. */
export async function findViewer(headers: Headers): Promise<Viewer | null> {
  const found = await auth().api.getSession({ headers });
  if (found === null) return null;
  const { id, name, email } = found.user;
  const isGuest = found.user.isAnonymous === true;
  return { id, name, email: isGuest ? null : email, isGuest };
}
