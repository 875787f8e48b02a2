import { type AuthOutcome, callAuth, readOutcome } from "../call-auth.server.ts";

export type ChangePasswordRefusal =
  "wrong-password" | "no-password" | "password-too-short" | "password-too-long" | "too-many-attempts";

/** Changes the visitor's own password, and ends the sign-ins on other devices if that is wanted. */
export async function changePassword(
  visitor: Headers,
  { current, wanted, endOthers }: { current: string; wanted: string; endOthers: boolean },
): Promise<AuthOutcome<ChangePasswordRefusal>> {
  const body = { currentPassword: current, newPassword: wanted, revokeOtherSessions: endOthers };
  return readOutcome(await callAuth(visitor, "/change-password", body), {
    INVALID_PASSWORD: "wrong-password",
    CREDENTIAL_ACCOUNT_NOT_FOUND: "no-password",
    PASSWORD_TOO_SHORT: "password-too-short",
    PASSWORD_TOO_LONG: "password-too-long",
  });
}
