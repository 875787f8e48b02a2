import { createHash } from "node:crypto";

/** Names a prompt whose fixed part is `system`: another wording of it is another version, without anybody saying so. */
export function promptVersionOf(name: string, system: string): string {
  return `${name}-${createHash("sha256").update(system).digest("hex").slice(0, 8)}`;
}
