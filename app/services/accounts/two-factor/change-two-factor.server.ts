import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { auth } from "../auth.server.ts";
import { type AuthOutcome, callAuth, readOutcome } from "../call-auth.server.ts";

export type TwoFactorRefusal =
  | "address-unverified"
  | "wrong-password"
  | "no-password"
  | "wrong-code"
  | "on-already"
  | "off-already"
  | "too-many-attempts";
type Outcome = AuthOutcome<TwoFactorRefusal>;

const reasons: Record<string, TwoFactorRefusal> = {
  INVALID_PASSWORD: "wrong-password",
  CREDENTIAL_ACCOUNT_NOT_FOUND: "no-password",
  INVALID_CODE: "wrong-code",
  TOTP_ALREADY_ENABLED: "on-already",
  TOTP_NOT_ENABLED: "off-already",
  TWO_FACTOR_NOT_ENABLED: "off-already",
};

/** Makes a secret for an authenticator app. Nothing is asked at sign-in until a code from the app has come back. */
export async function beginTwoFactor(viewer: Viewer, visitor: Headers, password: string): Promise<Outcome> {
  // Until the address is proven the account may be somebody else's, who must be able to take it without a code.
  if (!viewer.emailVerified) return { ok: false, reason: "address-unverified" };
  return readOutcome(await callAuth(visitor, "/two-factor/enable", { password, method: "totp" }), reasons);
}

/** Forgets a secret that was never confirmed. */
export async function dropTwoFactor(viewer: Viewer): Promise<void> {
  await db().twoFactor.deleteMany({ where: { userId: viewer.id, verified: false } });
}

/** With the first code from the app, signing in asks for codes from now on. Gives the backup codes. */
export async function confirmTwoFactor(
  viewer: Viewer,
  visitor: Headers,
  code: string,
): Promise<(Extract<Outcome, { ok: true }> & { backupCodes: string[] }) | Extract<Outcome, { ok: false }>> {
  const given = { code: code.replace(/\s/g, "") };
  const outcome = await readOutcome(await callAuth(visitor, "/two-factor/verify-totp", given), reasons);
  if (!outcome.ok) return outcome;
  const { backupCodes } = await auth().api.viewBackupCodes({ body: { userId: viewer.id } });
  return { ...outcome, backupCodes };
}

export async function endTwoFactor(visitor: Headers, password: string): Promise<Outcome> {
  return readOutcome(await callAuth(visitor, "/two-factor/disable", { password }), reasons);
}

/** New backup codes; the old ones no longer work. */
export async function renewBackupCodes(
  viewer: Viewer,
  visitor: Headers,
  password: string,
): Promise<{ ok: true; backupCodes: string[] } | Extract<Outcome, { ok: false }>> {
  const outcome = await readOutcome(
    await callAuth(visitor, "/two-factor/generate-backup-codes", { password }),
    reasons,
  );
  if (!outcome.ok) return outcome;
  const { backupCodes } = await auth().api.viewBackupCodes({ body: { userId: viewer.id } });
  return { ok: true, backupCodes };
}
