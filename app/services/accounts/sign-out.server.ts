import { callAuth, readOutcome, type AuthOutcome } from "./call-auth.server.ts";

/** Ends the sign-in on this device. */
export async function signOut(visitor: Headers): Promise<AuthOutcome<"too-many-attempts">> {
  return readOutcome(await callAuth(visitor, "/sign-out", {}), {});
}
