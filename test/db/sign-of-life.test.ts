import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findLastSign, giveSigns, stopSigns } from "#app/db/sign-of-life.server.ts";
import { makeDirectory } from "#test/support/directory.ts";

test("a process leaves a sign when it begins and when it ends; before the first there is none", async () => {
  const dataDir = await makeDirectory();
  expect(await findLastSign(dataDir)).toBeNull();
  await giveSigns(dataDir);
  const long = new Date("2026-12-03T10:00:00Z");
  await utimes(join(dataDir, "alive"), long, long);
  expect(await findLastSign(dataDir)).toEqual(long);
  await stopSigns();
  expect(await findLastSign(dataDir)).not.toEqual(long);
  await stopSigns();
});

test("a directory that is gone is no reason to fail", async () => {
  await giveSigns("/nowhere/at/all");
  await stopSigns();
  expect(await findLastSign("/nowhere/at/all")).toBeNull();
});
