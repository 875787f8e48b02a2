import { randomBytes, randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A secret of this data directory, made once and readable by its owner only. `repair` says what to do about a damaged one. */
export function secretFile({ dataDir, name, repair }: { dataDir: string; name: string; repair: string }): string {
  const path = join(dataDir, name);
  const found = readSecret(path);
  if (found !== null) return found;
  makeSecret(dataDir, path);
  const made = readSecret(path);
  if (made === null) throw new Error(`${path} holds no secret: ${repair}.`);
  return made;
}

function makeSecret(dataDir: string, path: string): void {
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
