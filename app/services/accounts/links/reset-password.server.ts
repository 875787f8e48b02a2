import { type AuthOutcome, callAuth, readOutcome } from "../call-auth.server.ts";
import { attemptKey, forgetAttempts } from "../count-attempt.server.ts";
import { findResetLink } from "./find-reset-link.server.ts";

export type ResetRefusal = "link-ended" | "password-too-short" | "password-too-long" | "too-many-attempts";

/** Sets a new password by the link of a mail, once, and ends all sign-ins of the account. */
export async function resetPassword(
  visitor: Headers,
  { token, password }: { token: string; password: string },
): Promise<AuthOutcome<ResetRefusal>> {
  const link = await findResetLink(token);
  const outcome = await readOutcome(await callAuth(visitor, "/reset-password", { token, newPassword: password }), {
    INVALID_TOKEN: "link-ended",
    USER_NOT_FOUND: "link-ended",
    PASSWORD_TOO_SHORT: "password-too-short",
    PASSWORD_TOO_LONG: "password-too-long",
  });
  // Whoever can read the account's mail need not wait for somebody else's wrong passwords.
  if (outcome.ok && link !== null) await forgetAttempts(attemptKey("password", link.email));
  return outcome;
}
