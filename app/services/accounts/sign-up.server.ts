import { callAuth } from "./call-auth.server.ts";
import { finishSignIn, type SignInOutcome } from "./finish-sign-in.server.ts";

export type SignUpRefusal =
  "email-taken" | "invalid-email" | "password-too-short" | "password-too-long" | "too-many-attempts";

/**
 * Makes an account and signs in to it; what the visitor did as a guest becomes the account's. The address is unverified
 * until its owner follows the link that is sent to it.
 */
export async function signUp(
  visitor: Headers,
  account: { name: string; email: string; password: string },
): Promise<SignInOutcome<SignUpRefusal>> {
  return finishSignIn(visitor, await callAuth(visitor, "/sign-up/email", account), {
    USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "email-taken",
    FAILED_TO_CREATE_USER: "email-taken", // somebody else was a moment faster
    INVALID_EMAIL: "invalid-email",
    VALIDATION_ERROR: "invalid-email",
    PASSWORD_TOO_SHORT: "password-too-short",
    PASSWORD_TOO_LONG: "password-too-long",
  });
}
