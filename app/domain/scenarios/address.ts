/**
 * Where a scenario or a study page is found. What ships has its folder's name; what belongs to an organisation has the
 * organisation's handle before it, as `acme.refund-desk`, so that two organisations may use the same name.
 */
import { z } from "zod";

const kebab = "[a-z0-9]+(?:-[a-z0-9]+)*";

export const SlugSchema = z
  .string()
  .max(60, "may be at most 60 characters long")
  .regex(new RegExp(`^${kebab}$`), "must be lower-case words joined by hyphens");

export const AddressSchema = z
  .string()
  .regex(new RegExp(`^(?:${kebab}\\.)?${kebab}$`), "must be lower-case words joined by hyphens");

export function addressOf(handle: string, slug: string): string {
  return `${handle}.${slug}`;
}

/** `handle` is null for what ships. */
export function splitAddress(address: string): { handle: string | null; slug: string } {
  const at = address.indexOf(".");
  return at < 0 ? { handle: null, slug: address } : { handle: address.slice(0, at), slug: address.slice(at + 1) };
}
