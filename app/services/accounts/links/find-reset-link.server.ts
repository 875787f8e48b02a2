import { db } from "#app/db/client.server.ts";
import { auth } from "../auth.server.ts";

/** Whose password a link is to change, without using it up; null once it was used or has ended. */
export async function findResetLink(token: string): Promise<{ email: string } | null> {
  const { internalAdapter } = await auth().$context;
  const kept = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  if (kept === null || kept.expiresAt < new Date()) return null;
  return db().user.findUnique({ where: { id: kept.value }, select: { email: true } });
}
