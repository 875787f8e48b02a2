import { type AuthOutcome, callAuth, readOutcome } from "./call-auth.server.ts";

export type SignInRefusal = "wrong-credentials" | "too-many-attempts";

/** Signs in to an account; what the visitor did as a guest becomes the account's. */
export async function signIn(
  visitor: Headers,
  credentials: { email: string; password: string },
): Promise<AuthOutcome<SignInRefusal>> {
  return readOutcome(await callAuth(visitor, "/sign-in/email", credentials), {
    INVALID_EMAIL_OR_PASSWORD: "wrong-credentials",
    INVALID_EMAIL: "wrong-credentials",
  });
}
