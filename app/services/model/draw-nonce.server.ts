import { randomBytes } from "node:crypto";

/** A tag nobody can have guessed. */
export function drawNonce(): string {
  return randomBytes(16).toString("hex");
}
