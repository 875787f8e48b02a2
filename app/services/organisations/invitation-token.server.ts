import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes: the mail alone holds it. */
export function drawInvitationToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token: whoever reads the database cannot accept with it. */
export function hashInvitationToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
