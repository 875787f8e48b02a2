import { env } from "#app/env.server.ts";
import { type AuthOutcome, callAuth, readOutcome } from "./call-auth.server.ts";

export type SignUpRefusal =
  | "email-taken"
  | "kept-for-a-reviewer"
  | "invalid-email"
  | "password-too-short"
  | "password-too-long"
  | "too-many-attempts";

/**
 * Makes an account and signs in to it; what the visitor did as a guest becomes the account's. Addresses are not verified,
 * so one that gives a reviewer's rights cannot be claimed here: the account has to exist before it is named.
 */
export async function signUp(
  visitor: Headers,
  account: { name: string; email: string; password: string },
): Promise<AuthOutcome<SignUpRefusal>> {
  if (env().reviewers.includes(account.email.toLowerCase())) return { ok: false, reason: "kept-for-a-reviewer" };
  return readOutcome(await callAuth(visitor, "/sign-up/email", account), {
    USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "email-taken",
    FAILED_TO_CREATE_USER: "email-taken", // somebody else was a moment faster
    INVALID_EMAIL: "invalid-email",
    VALIDATION_ERROR: "invalid-email",
    PASSWORD_TOO_SHORT: "password-too-short",
    PASSWORD_TOO_LONG: "password-too-long",
  });
}
