import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { giveSigns, type Outage, stopSigns } from "#app/db/sign-of-life.server.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { makeDirectory } from "#test/support/directory.ts";

useTestDatabase();

/** Starts as a process does; gives the outages it was told of. */
async function start(dataDir: string): Promise<Outage[]> {
  const outages: Outage[] = [];
  const giveBack = (_: unknown, outage: Outage) => Promise.resolve(void outages.push(outage));
  await giveSigns({ dataDir, giveBack });
  return outages;
}

const long = new Date("2026-01-03T10:00:00Z");

test("a process leaves a sign when it begins and when it ends, and the next is told since when there was none", async () => {
  const dataDir = await makeDirectory();
  expect(await start(dataDir)).toEqual([]);
  await utimes(join(dataDir, "alive"), long, long);
  await stopSigns();
  const [outage] = await start(dataDir);
  expect(outage?.downSince.getTime()).toBeGreaterThan(long.getTime());
  await stopSigns();

  await utimes(join(dataDir, "alive"), long, long);
  expect((await start(dataDir)).map(({ downSince }) => downSince)).toEqual([long]);
  await stopSigns();
  await stopSigns();
});

test("a directory that is gone is no reason to fail", async () => {
  expect(await start("/nowhere/at/all")).toEqual([]);
  await stopSigns();
  expect(await start("/nowhere/at/all")).toEqual([]);
  await stopSigns();
});
