import { askAuth } from "../call-auth.server.ts";
import { finishSignIn, type SignInOutcome } from "../finish-sign-in.server.ts";
import { findMagicLink } from "./find-magic-link.server.ts";

/**
 * Signs in by the link of a mail, once. It proves the address: where that was not proven before, the library ends the
 * password and the sign-ins from before, as they may be those of somebody who used the address of another.
 */
export async function useMagicLink(
  visitor: Headers,
  token: string,
): Promise<SignInOutcome<"link-ended" | "too-many-attempts">> {
  if ((await findMagicLink(token)) === null) return { ok: false, reason: "link-ended" };
  const response = await askAuth(visitor, "/magic-link/verify", { token });
  if (response.status === 302) return { ok: false, reason: "link-ended" };
  return finishSignIn(visitor, response, {});
}
