import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, db, openDatabase } from "#app/db/client.server.ts";
import { migrateDatabase } from "#app/db/migrate.server.ts";
import { makeDirectory } from "#test/support/directory.ts";

beforeAll(() => openDatabase({ dataDir: "memory://" }));
afterAll(closeDatabase);

async function writeMigrations(migrations: Record<string, string>): Promise<string> {
  const directory = await makeDirectory();
  await writeFile(join(directory, "migration_lock.toml"), 'provider = "postgresql"\n');
  for (const [name, sql] of Object.entries(migrations)) {
    await mkdir(join(directory, name));
    await writeFile(join(directory, name, "migration.sql"), sql);
  }
  return directory;
}

test("a migration that fails is named with its reason, leaves nothing half done, and stops the next start", async () => {
  const directory = await writeMigrations({
    "20260101000000_good": 'CREATE TABLE "Kept" (id INT);',
    "20260102000000_bad": 'CREATE TABLE "HalfDone" (id INT); ALTER TABLE "Nothing" ADD COLUMN "y" INT;',
  });
  const failure = /could not be brought up to date\. The migration 20260102000000_bad failed: .*No such table: Nothing/;
  await expect(migrateDatabase(directory)).rejects.toThrow(failure);
  await expect(migrateDatabase(directory)).rejects.toThrow(
    /P3009: .*`20260102000000_bad` migration started at .* failed/,
  );
  const tables = await db().$queryRaw`SELECT tablename FROM pg_tables WHERE tablename IN ('Kept', 'HalfDone')`;
  expect(tables).toEqual([{ tablename: "Kept" }]);
});
