/**
 * An organisation: people who write, take and review scenarios of their own. Its handle stands in addresses
 * (/studio/acme, /scenarios/acme.refund-desk), so it is made of plain letters, bounded, and no name of a page.
 */
import { z } from "zod";
import { oneLine } from "#app/domain/text/one-line.ts";
import { mayAs } from "./permissions.ts";
import type { Role } from "./roles.ts";

const shortestHandle = 2;
export const longestHandle = 40;
const longestName = 80;

/** One line: it is shown in lists and in the subjects of mails. */
export const OrganisationNameSchema = z
  .string()
  .transform(oneLine)
  .pipe(
    z
      .string()
      .min(2, "Enter a name of at least two characters.")
      .max(longestName, `Use at most ${longestName} characters.`),
  );

/** What stands in addresses where a handle does, and names that would pass for the site itself. */
const reservedHandles: ReadonlySet<string> = new Set(
  `account admin all api app assets calibration data diagram hiring import invitations labs learn library mailbox me
   members new none null organisation organisations pages public reviews root scenario scenarios search sessions settings
   sign-in sign-out sign-up static studio system tradeoff undefined usage versions www`.split(/\s+/),
);

export function isReservedHandle(handle: string): boolean {
  return reservedHandles.has(handle);
}

/** Organisations are also known by their ids. */
const idShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const HandleSchema = z
  .string()
  .min(shortestHandle, `Use at least ${shortestHandle} characters.`)
  .max(longestHandle, `Use at most ${longestHandle} characters.`)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "Use lower-case letters a to z, digits, and single hyphens between them.")
  .refine((handle) => !idShape.test(handle), "Choose a handle that does not look like an id.");

/** Letters that decomposition leaves as they are. */
const spelled: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  "&": " and ",
};

function bounded(handle: string, length: number): string {
  return handle.slice(0, length).replace(/-+$/, "");
}

/** The handle that a name suggests: `Crème & Co.` is `creme-and-co`. Empty where no Latin letter or digit is in it. */
export function handleFrom(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[ßæœøłđðþħıŋ&]/g, (letter) => spelled[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[\p{M}'’.]/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "");
  return bounded(plain, longestHandle);
}

/** The first of `acme`, `acme-2`, `acme-3` … that is neither reserved nor taken. */
export function freeHandle(wanted: string, taken: ReadonlySet<string>): string {
  if (wanted === "") return freeHandle("team", taken);
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : `-${n}`;
    const handle = bounded(wanted, longestHandle - suffix.length) + suffix;
    if (handle.length >= shortestHandle && !isReservedHandle(handle) && !taken.has(handle)) return handle;
  }
}

export type HeldRoles = { userId: string; roles: readonly Role[] };

/** Whether somebody could still manage the members if this one had these roles, or none at all when they are gone. */
export function keepsAnAdmin(members: readonly HeldRoles[], userId: string, after: readonly Role[] | null): boolean {
  return members.some((member) => mayAs(member.userId === userId ? (after ?? []) : member.roles, "manage_members"));
}
