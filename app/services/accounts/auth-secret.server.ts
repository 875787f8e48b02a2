import { randomBytes, randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "#app/env.server.ts";

/** The secret that signs cookies: AUTH_SECRET, or one made once for this data directory and readable by its owner. */
export function authSecret({ authSecret, dataDir }: Pick<Env, "authSecret" | "dataDir">): string {
  if (authSecret !== null) return authSecret;
  const path = join(dataDir, "auth-secret");
  return readSecret(path) ?? makeSecret(dataDir, path);
}

function makeSecret(dataDir: string, path: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomUUID()}`;
  writeFileSync(unfinished, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  try {
    linkSync(unfinished, path); // whole or not at all, and only the first of several processes
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(unfinished);
  }
  const secret = readSecret(path);
  if (secret === null) throw new Error(`${path} holds no secret: delete it, or set AUTH_SECRET.`);
  return secret;
}

function readSecret(path: string): string | null {
  try {
    const secret = readFileSync(path, "utf8").trim();
    return secret.length >= 32 ? secret : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
