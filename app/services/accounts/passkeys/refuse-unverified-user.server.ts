import { APIError } from "better-auth/api";

/**
 * A passkey stands for both factors, so the device must have asked its owner for a PIN, a finger or a face. The library
 * only asks browsers to see to that; this holds the answer against it.
 */
export function refuseUnverifiedUser(seen: { userVerified: boolean } | undefined): void {
  if (seen?.userVerified !== true) throw new APIError("BAD_REQUEST", { code: "USER_NOT_VERIFIED" });
}
