import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { closeDatabase, openDatabase } from "#app/db/client.server.ts";
import { type JobHandlers, startJobs, stopJobs } from "#app/db/jobs.server.ts";
import { migrateDatabase } from "#app/db/migrate.server.ts";

/** The server that TEST_DATABASE_URL names; without one, what only a server can show is skipped. */
export const postgresServer = process.env.TEST_DATABASE_URL;

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresServer });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** For a file of which every test needs the server. */
export function skipWithoutPostgres(): void {
  beforeEach(({ skip }) => skip(postgresServer === undefined, "TEST_DATABASE_URL names no PostgreSQL server"));
}

/** Makes an empty database on the server for the tests of a file, and drops it after them. Gives its address. */
export function useEmptyPostgres(): string {
  if (postgresServer === undefined) return "";
  const name = `tradeoff_test_${randomUUID().slice(0, 8)}`;
  beforeAll(() => onServer(`CREATE DATABASE ${name}`));
  afterAll(() => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return Object.assign(new URL(postgresServer), { pathname: `/${name}` }).href;
}

/** The same, opened and migrated. */
export function usePostgresWithoutJobs(): string {
  const databaseUrl = useEmptyPostgres();
  if (databaseUrl === "") return "";
  beforeAll(async () => {
    await openDatabase({ dataDir: "unused", databaseUrl });
    await migrateDatabase();
  });
  afterAll(closeDatabase);
  return databaseUrl;
}

/** The same with workers. */
export function usePostgres(handlers: JobHandlers): void {
  if (usePostgresWithoutJobs() === "") return;
  beforeAll(() => startJobs({ handlers, expireInSeconds: 60, onError: (error) => console.error(error) }));
  afterAll(stopJobs);
}
