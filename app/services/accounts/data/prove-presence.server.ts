import { isAPIError } from "better-auth/api";
import { recentMinutes } from "#app/domain/accounts/own-data.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { auth } from "../auth.server.ts";
import { attemptKey, countAttempt, forgetAttempts } from "../count-attempt.server.ts";

export type ProofRefusal = "wrong-password" | "sign-in-again" | "too-many-attempts";

const perAccount = { windowSeconds: 900, max: 10 };

export async function hasPassword({ id: userId }: Viewer): Promise<boolean> {
  return (await db().account.count({ where: { userId, providerId: "credential", password: { not: null } } })) > 0;
}

async function refusePassword(viewer: Viewer, visitor: Headers, password: string): Promise<ProofRefusal | null> {
  const key = attemptKey("password", viewer.email ?? viewer.id);
  if (!(await countAttempt(key, perAccount)).allowed) return "too-many-attempts";
  try {
    await auth().api.verifyPassword({ body: { password }, headers: visitor });
  } catch (error) {
    if (isAPIError(error)) return "wrong-password";
    throw error;
  }
  await forgetAttempts(key);
  return null;
}

/** A sign-in that was made just now, by a passkey or a link. */
async function refuseOldSignIn(visitor: Headers, now: Date): Promise<ProofRefusal | null> {
  const here = await auth().api.getSession({ headers: visitor });
  const ageMs = here === null ? Infinity : now.getTime() - new Date(here.session.createdAt).getTime();
  return ageMs <= recentMinutes * 60_000 ? null : "sign-in-again";
}

/**
 * Before something that cannot be undone: that it is the person and not somebody at their open browser. Null if they have
 * shown it. A guest has nothing but the browser to show.
 */
export async function refuseProof(
  viewer: Viewer,
  { visitor, password, now = new Date() }: { visitor: Headers; password: string; now?: Date },
): Promise<ProofRefusal | null> {
  if (viewer.isGuest) return null;
  return (await hasPassword(viewer)) ? refusePassword(viewer, visitor, password) : refuseOldSignIn(visitor, now);
}
