import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { closeDatabase, db, openDatabase } from "#app/db/client.server.ts";
import { migrateDatabase, migrationsDir } from "#app/db/migrate.server.ts";
import { skipWithoutPostgres, useEmptyPostgres } from "#test/support/postgres.ts";
import { startProcess } from "#test/support/process.ts";

// Runs on the server that TEST_DATABASE_URL names, in a database of its own.

const url = useEmptyPostgres();
skipWithoutPostgres();

test("of three processes that start at once on PostgreSQL, one migrates and none fails", async () => {
  const starting = [1, 2, 3].map(() => startProcess("test/support/start-database.ts", [url]));
  const outcomes = await Promise.all(starting.map((process) => process.line()));
  const all = (await readdir(migrationsDir)).length - 1;
  expect(outcomes.sort((a, b) => String(a).localeCompare(String(b)))).toEqual([
    "applied 0",
    "applied 0",
    `applied ${all}`,
  ]);
});

test("PostgreSQL keeps what it is given", async () => {
  await openDatabase({ dataDir: "unused", databaseUrl: url });
  expect(await migrateDatabase()).toEqual([]);
  await db().user.create({ data: { id: "u1", name: "Ada", email: "ada@example.com" } });
  expect(await db().user.count()).toBe(1);
  await closeDatabase();
});
