import { z } from "zod";
import { db } from "#app/db/client.server.ts";
import { auth } from "../auth.server.ts";

const LinkSchema = z.object({ email: z.string() });

/** Whom a link to sign in with is for, without using it up; null once it was used or has ended. */
export async function findMagicLink(token: string): Promise<{ email: string; emailVerified: boolean } | null> {
  const { internalAdapter } = await auth().$context;
  const kept = await internalAdapter.findVerificationValue(token);
  if (kept === null || kept.expiresAt < new Date() || !kept.value.startsWith("{")) return null;
  const { email } = LinkSchema.parse(JSON.parse(kept.value));
  const user = await db().user.findUnique({ where: { email: email.toLowerCase() }, select: { emailVerified: true } });
  return user === null ? null : { email, emailVerified: user.emailVerified };
}
