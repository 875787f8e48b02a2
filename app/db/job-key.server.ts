import { createHash } from "node:crypto";

/** A UUID made of what a job is about: asked for twice, it is one job. */
export function jobKey(about: string): string {
  const hex = createHash("sha256").update(about).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
