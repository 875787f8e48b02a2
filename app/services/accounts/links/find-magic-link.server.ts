import { z } from "zod";
import { db } from "#app/db/client.server.ts";
import { auth } from "../auth.server.ts";

const LinkSchema = z.object({ email: z.string() });

/** Whom a link to sign in with is for, without using it up; null once it was used or has ended. */
export async function findMagicLink(token: string): Promise<{ email: string; emailVerified: boolean } | null> {
  const { internalAdapter } = await auth().$context;
  const kept = await internalAdapter.findVerificationValue(token);
  if (kept === null || kept.expiresAt < new Date()) return null;
  const email = readEmail(kept.value);
  if (email === null) return null;
  const user = await db().user.findUnique({ where: { email: email.toLowerCase() }, select: { emailVerified: true } });
  return user === null ? null : { email, emailVerified: user.emailVerified };
}

/** Other tokens are kept in the same place: what is none of a link's says no address. */
function readEmail(value: string): string | null {
  return value.startsWith("{") ? (LinkSchema.safeParse(JSON.parse(value)).data?.email ?? null) : null;
}
