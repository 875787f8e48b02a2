/**
 * An invitation to an assessment: by address, for one account with it, or by a link for so many. What it is at a moment
 * follows from what was written into it.
 */
import { z } from "zod";
import { InvitedAddressSchema } from "#app/domain/accounts/invitation.ts";
import { extraTimes } from "#app/domain/interview/clock.ts";
import { oneLine } from "#app/domain/text/one-line.ts";

export const mostAddressesAtOnce = 200;
export const mostUsesOfLink = 1_000;
export const mostInvitationDays = 60;
export const mostInvitedAnHour = 600;
const longestLabel = 80;

export type AssessInvitationState = "open" | "used" | "revoked" | "expired";

type Written = { uses: number; mostUses: number; revokedAt: Date | null; expiresAt: Date };

export function assessInvitationState(
  { uses, mostUses, revokedAt, expiresAt }: Written,
  now: Date,
): AssessInvitationState {
  if (uses >= mostUses) return "used";
  if (revokedAt !== null) return "revoked";
  return expiresAt.getTime() <= now.getTime() ? "expired" : "open";
}

const dayMs = 86_400_000;

export function assessInvitationEnd(now: Date, days: number): Date {
  return new Date(now.getTime() + days * dayMs);
}

/** For how many days it was given, to give it as long again. */
export function daysGiven({ createdAt, expiresAt }: { createdAt: Date; expiresAt: Date }): number {
  const days = Math.round((expiresAt.getTime() - createdAt.getTime()) / dayMs);
  return Math.min(mostInvitationDays, Math.max(1, days));
}

/** Without a sign of which link or mail it came by. */
export const ExtraTimeSchema = z.literal(extraTimes, "Choose one of the extra times that are offered.");

const daysWords = `Enter a number of days from 1 to ${mostInvitationDays}.`;
export const InvitationDaysSchema = z.int(daysWords).min(1, daysWords).max(mostInvitationDays, daysWords);

const usesWords = `Enter a number from 1 to ${mostUsesOfLink.toLocaleString("en-GB")}.`;
export const LinkUsesSchema = z.int(usesWords).min(1, usesWords).max(mostUsesOfLink, usesWords);

export const LinkLabelSchema = z
  .string()
  .transform(oneLine)
  .pipe(
    z
      .string()
      .min(1, "Give the link a name to know it by, such as “Careers page”.")
      .max(longestLabel, `At most ${longestLabel} characters.`),
  );

export type PastedAddresses = { addresses: string[]; bad: { line: number; text: string }[] };

const longestShown = 60;

/**
 * The addresses that were pasted, one a line or with commas and semicolons between, each once; a name before an address
 * in angle brackets is left out. What is no address is named with its line.
 */
export function readAddresses(pasted: string): PastedAddresses {
  const addresses = new Set<string>();
  const bad: PastedAddresses["bad"] = [];
  for (const [index, line] of pasted.split(/\r\n?|\n/).entries()) {
    for (const piece of line.split(/[,;]/)) {
      const text = oneLine(piece);
      if (text === "") continue;
      const read = InvitedAddressSchema.safeParse(/<([^<>]*)>$/.exec(text)?.[1] ?? text);
      if (read.success) addresses.add(read.data);
      else bad.push({ line: index + 1, text: Array.from(text).slice(0, longestShown).join("") });
    }
  }
  return { addresses: [...addresses], bad };
}
