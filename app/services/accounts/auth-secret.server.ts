import type { Env } from "#app/env.server.ts";
import { secretFile } from "./secret-file.server.ts";

/** The secret that signs cookies: AUTH_SECRET, or one made once for this data directory and readable by its owner. */
export function authSecret({ authSecret, dataDir }: Pick<Env, "authSecret" | "dataDir">): string {
  return authSecret ?? secretFile({ dataDir, name: "auth-secret", repair: "delete it, or set AUTH_SECRET" });
}
