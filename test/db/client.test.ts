import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { closeDatabase, db, openDatabase } from "#app/db/client.server.ts";
import { makeDirectory } from "#test/support/directory.ts";

afterEach(closeDatabase);

test("what a process that was killed while creating the database left behind does not stand in the way", async () => {
  const dataDir = await makeDirectory();
  await mkdir(join(dataDir, "database.unfinished"));
  await writeFile(join(dataDir, "database.unfinished", "PG_VERSION"), "17\n");
  await openDatabase({ dataDir });
  expect(await db().$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  expect(await readdir(dataDir)).not.toContain("database.unfinished");
});

test("what was written is there when the same directory is opened again", async () => {
  const dataDir = await makeDirectory();
  await openDatabase({ dataDir });
  await db().$executeRaw`CREATE TABLE kept (word TEXT)`;
  await db().$executeRaw`INSERT INTO kept VALUES ('still here')`;
  await closeDatabase();
  await openDatabase({ dataDir });
  expect(await db().$queryRaw`SELECT word FROM kept`).toEqual([{ word: "still here" }]);
});

test("a database that is not open says so, and one that is open is not opened twice", async () => {
  expect(db).toThrow("The database is not open: call openDatabase() first.");
  await openDatabase({ dataDir: "memory://" });
  await expect(openDatabase({ dataDir: "memory://" })).rejects.toThrow("open already");
});
