/**
 * An invitation to become a member of an organisation: for one address, once, for some days. What it is at a moment
 * follows from what was written into it.
 */
import { z } from "zod";

export const invitationDays = 7;
export const mostOpenInvitations = 100;
export const mostInvitationsAnHour = 50;

const badAddress = "Enter an e-mail address such as ada@example.com.";

/** Addresses are compared and kept in lower case. */
export const InvitedAddressSchema = z
  .string()
  .trim()
  .max(254, badAddress)
  .pipe(z.email(badAddress))
  .transform((email) => email.toLowerCase());

export type InvitationState = "open" | "used" | "revoked" | "expired";

type Written = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

export function invitationState({ acceptedAt, revokedAt, expiresAt }: Written, now: Date): InvitationState {
  if (acceptedAt !== null) return "used";
  if (revokedAt !== null) return "revoked";
  return expiresAt.getTime() <= now.getTime() ? "expired" : "open";
}

const dayMs = 86_400_000;

export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + invitationDays * dayMs);
}

/** Enough to know one's own address by, and no more: `g…@example.com`. */
export function maskAddress(email: string): string {
  const at = email.lastIndexOf("@");
  return at < 1 ? "…" : `${Array.from(email)[0] ?? ""}…${email.slice(at)}`;
}
