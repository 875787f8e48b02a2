import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** An empty directory for all tests of a file. */
export function makeSharedDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "tradeoff-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
