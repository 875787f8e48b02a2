import { type AuthOutcome, callAuth, readOutcome } from "../call-auth.server.ts";
import { attemptKey, countAttempt } from "../count-attempt.server.ts";
import { mailsPerAddress } from "./mails-per-address.ts";

/**
 * Sends a link to sign in with; `next` is where it leads to. The answer and the work are the same whether the address
 * has an account or not: one that has none is told so by mail.
 */
export async function requestMagicLink(
  visitor: Headers,
  { email, next }: { email: string; next: string },
): Promise<AuthOutcome<"invalid-email" | "too-many-attempts" | "too-many-mails">> {
  const { allowed } = await countAttempt(attemptKey("magic-link", email), mailsPerAddress);
  if (!allowed) return { ok: false, reason: "too-many-mails" };
  return readOutcome(await callAuth(visitor, "/sign-in/magic-link", { email, metadata: { next } }), {
    VALIDATION_ERROR: "invalid-email",
    INVALID_EMAIL: "invalid-email",
  });
}
