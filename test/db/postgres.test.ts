import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, db, openDatabase } from "#app/db/client.server.ts";
import { migrateDatabase, migrationsDir } from "#app/db/migrate.server.ts";
import { startProcess } from "#test/support/process.ts";

// Runs on the server that TEST_DATABASE_URL names, in a database of its own.

const server = process.env.TEST_DATABASE_URL;
const name = `tradeoff_test_${randomUUID().slice(0, 8)}`;
const url = server === undefined ? "" : Object.assign(new URL(server), { pathname: `/${name}` }).href;

async function onServer(sql: string): Promise<void> {
  if (server === undefined) return;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}

beforeAll(() => onServer(`CREATE DATABASE ${name}`));
afterAll(() => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));

test("of three processes that start at once on PostgreSQL, one migrates and none fails", async (context) => {
  if (server === undefined) return context.skip("TEST_DATABASE_URL names no PostgreSQL server");
  const starting = [1, 2, 3].map(() => startProcess("test/support/start-database.ts", [url]));
  const outcomes = await Promise.all(starting.map((process) => process.line()));
  const all = (await readdir(migrationsDir)).length - 1;
  expect(outcomes.sort((a, b) => String(a).localeCompare(String(b)))).toEqual([
    "applied 0",
    "applied 0",
    `applied ${all}`,
  ]);
});

test("PostgreSQL keeps what it is given", async (context) => {
  if (server === undefined) return context.skip("TEST_DATABASE_URL names no PostgreSQL server");
  await openDatabase({ dataDir: "unused", databaseUrl: url });
  expect(await migrateDatabase()).toEqual([]);
  await db().user.create({ data: { id: "u1", name: "Ada", email: "ada@example.com" } });
  expect(await db().user.count()).toBe(1);
  await closeDatabase();
});
