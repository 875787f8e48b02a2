import { z } from "zod";
import { type AuthOutcome, askAuth, readOutcome } from "../call-auth.server.ts";

const ClaimSchema = z.object({ email: z.email() });

/** The address that a link says it is for; whether the link is genuine shows when it is used. */
export function readClaimedAddress(token: string): string | null {
  try {
    const claim: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    return ClaimSchema.safeParse(claim).data?.email ?? null;
  } catch {
    return null;
  }
}

/** Takes the link of a mail as the proof that the address is the account's; a second time changes nothing. */
export async function verifyEmail(
  visitor: Headers,
  token: string,
): Promise<AuthOutcome<"link-ended" | "too-many-attempts">> {
  return readOutcome(await askAuth(visitor, "/verify-email", { token }), {
    TOKEN_EXPIRED: "link-ended",
    INVALID_TOKEN: "link-ended",
    USER_NOT_FOUND: "link-ended",
  });
}
