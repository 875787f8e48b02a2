import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { type AuthOutcome, askAuth, callAuth, readOutcome } from "../call-auth.server.ts";
import { finishSignIn, type SignInOutcome } from "../finish-sign-in.server.ts";

// A passkey is made, and used, in two steps: the server asks with a challenge, the browser answers it. What goes to and
// fro is the Web Authentication API's own JSON (https://www.w3.org/TR/webauthn-3/).

type Asked<Reason extends string> = { ok: true; headers: Headers; options: unknown } | { ok: false; reason: Reason };
type AddRefusal = "address-unverified" | "sign-in-old" | "not-verified" | "too-many-attempts";

const addReasons: Record<string, AddRefusal> = {
  SESSION_NOT_FRESH: "sign-in-old",
  CHALLENGE_NOT_FOUND: "not-verified",
  FAILED_TO_VERIFY_REGISTRATION: "not-verified",
  USER_NOT_VERIFIED: "not-verified",
  VALIDATION_ERROR: "not-verified",
};

export async function startAddingPasskey(viewer: Viewer, visitor: Headers): Promise<Asked<AddRefusal>> {
  // Until the address is proven the account may be somebody else's, who must not find a stranger's passkey on it.
  if (!viewer.emailVerified) return { ok: false, reason: "address-unverified" };
  const response = await askAuth(visitor, "/passkey/generate-register-options");
  return readOptions(response, addReasons);
}

export async function addPasskey(
  visitor: Headers,
  { response, name }: { response: object; name: string },
): Promise<AuthOutcome<AddRefusal>> {
  return readOutcome(await callAuth(visitor, "/passkey/verify-registration", { response, name }), addReasons);
}

export async function startPasskeySignIn(visitor: Headers): Promise<Asked<"too-many-attempts">> {
  return readOptions(await askAuth(visitor, "/passkey/generate-authenticate-options"), {});
}

/** Signs in by passkey; what the visitor did as a guest becomes the account's. */
export async function signInByPasskey(
  visitor: Headers,
  response: object,
): Promise<SignInOutcome<"not-verified" | "unknown-passkey" | "too-many-attempts">> {
  return finishSignIn(visitor, await callAuth(visitor, "/passkey/verify-authentication", { response }), {
    PASSKEY_NOT_FOUND: "unknown-passkey",
    CHALLENGE_NOT_FOUND: "not-verified",
    AUTHENTICATION_FAILED: "not-verified",
    USER_NOT_VERIFIED: "not-verified",
    VALIDATION_ERROR: "not-verified",
  });
}

async function readOptions<Reason extends string>(
  response: Response,
  reasons: Record<string, Reason>,
): Promise<Asked<Reason | "too-many-attempts">> {
  const options: unknown = response.ok ? await response.clone().json() : null;
  const outcome = await readOutcome(response, reasons);
  return outcome.ok ? { ...outcome, options } : outcome;
}
