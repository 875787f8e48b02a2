import { callAuth } from "../call-auth.server.ts";
import { finishSignIn, type SignInOutcome } from "../finish-sign-in.server.ts";

export type CodeRefusal = "wrong-code" | "sign-in-ended" | "account-locked" | "too-many-attempts";

const challengeCookie = /^(__Secure-)?tradeoff\.two_factor=/;

/** Whether this browser has given a right password or link, and its code is still to come. */
export function awaitsCode(visitor: Headers): boolean {
  return cookiesOf(visitor).some((cookie) => challengeCookie.test(cookie));
}

/** The second step of signing in: six digits are the app's code, anything else is taken for a backup code. */
export async function giveCode(visitor: Headers, typed: string): Promise<SignInOutcome<CodeRefusal>> {
  const code = typed.replace(/\s/g, "");
  const isFromApp = /^\d{6}$/.test(code);
  // To the library a guest's sign-in would be the one whose codes are being set up.
  const halfWay = new Headers(visitor);
  halfWay.set(
    "cookie",
    cookiesOf(visitor)
      .filter((cookie) => challengeCookie.test(cookie))
      .join("; "),
  );
  const path = isFromApp ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code";
  return finishSignIn(visitor, await callAuth(halfWay, path, { code }), {
    INVALID_CODE: "wrong-code",
    INVALID_BACKUP_CODE: "wrong-code",
    INVALID_TWO_FACTOR_COOKIE: "sign-in-ended",
    TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "sign-in-ended",
    TOTP_NOT_ENABLED: "sign-in-ended",
    BACKUP_CODES_NOT_ENABLED: "sign-in-ended",
    ACCOUNT_TEMPORARILY_LOCKED: "account-locked",
  });
}

function cookiesOf(visitor: Headers): string[] {
  return (visitor.get("cookie") ?? "").split("; ");
}
