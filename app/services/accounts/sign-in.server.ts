import { callAuth } from "./call-auth.server.ts";
import { attemptKey, countAttempt, forgetAttempts } from "./count-attempt.server.ts";
import { finishSignIn, type SignInOutcome } from "./finish-sign-in.server.ts";

export type SignInRefusal = "wrong-credentials" | "too-many-attempts" | "account-slowed";

/**
 * A list of passwords that is tried from many addresses is slowed down by the account's address too, whether there is
 * such an account or not. A stranger can bring that about, so it holds for a while only, and links by mail and passkeys
 * do not ask.
 */
const perAccount = { windowSeconds: 900, max: 10 };

/** Signs in by password; what the visitor did as a guest becomes the account's. With two steps, a code is still to come. */
export async function signIn(
  visitor: Headers,
  credentials: { email: string; password: string },
): Promise<SignInOutcome<SignInRefusal>> {
  const key = attemptKey("password", credentials.email);
  if (!(await countAttempt(key, perAccount)).allowed) return { ok: false, reason: "account-slowed" };
  const outcome = await finishSignIn(visitor, await callAuth(visitor, "/sign-in/email", credentials), {
    INVALID_EMAIL_OR_PASSWORD: "wrong-credentials",
    INVALID_EMAIL: "wrong-credentials",
  });
  if (outcome.ok) await forgetAttempts(key);
  return outcome;
}
