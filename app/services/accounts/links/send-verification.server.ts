import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { type AuthOutcome, callAuth, readOutcome } from "../call-auth.server.ts";
import { attemptKey, countAttempt } from "../count-attempt.server.ts";
import { mailsPerAddress } from "./mails-per-address.ts";

/** Sends the viewer's own address another link to verify it by. */
export async function sendVerification(
  viewer: Viewer,
  visitor: Headers,
): Promise<AuthOutcome<"verified-already" | "too-many-attempts" | "too-many-mails">> {
  if (viewer.email === null || viewer.emailVerified) return { ok: false, reason: "verified-already" };
  const { allowed } = await countAttempt(attemptKey("verification", viewer.email), mailsPerAddress);
  if (!allowed) return { ok: false, reason: "too-many-mails" };
  return readOutcome(await callAuth(visitor, "/send-verification-email", { email: viewer.email }), {
    EMAIL_ALREADY_VERIFIED: "verified-already",
  });
}
