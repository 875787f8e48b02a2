import { callAuth, readOutcome, type AuthOutcome } from "./call-auth.server.ts";

/** Signs a visitor in as a new guest. */
export async function startGuest(visitor: Headers): Promise<AuthOutcome<"too-many-attempts">> {
  return readOutcome(await callAuth(visitor, "/sign-in/anonymous", {}), {});
}
