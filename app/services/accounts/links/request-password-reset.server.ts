import { type AuthOutcome, callAuth, readOutcome } from "../call-auth.server.ts";
import { attemptKey, countAttempt } from "../count-attempt.server.ts";
import { hasAccount, mailNoAccount } from "../mail/account-mails.server.ts";
import { mailsPerAddress } from "./mails-per-address.ts";

/** Sends a link to choose a new password by; an address without an account is told so by mail, and nobody else is. */
export async function requestPasswordReset(
  visitor: Headers,
  email: string,
): Promise<AuthOutcome<"invalid-email" | "too-many-attempts" | "too-many-mails">> {
  const { allowed } = await countAttempt(attemptKey("reset", email), mailsPerAddress);
  if (!allowed) return { ok: false, reason: "too-many-mails" };
  const outcome = await readOutcome(await callAuth(visitor, "/request-password-reset", { email }), {
    VALIDATION_ERROR: "invalid-email",
    INVALID_EMAIL: "invalid-email",
  });
  if (outcome.ok && !(await hasAccount(email))) await mailNoAccount(email, "a new password");
  return outcome;
}
