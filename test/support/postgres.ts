import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
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

function freshDatabaseOn(server: string): string {
  const name = `tradeoff_test_${randomUUID().slice(0, 8)}`;
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  beforeAll(async () => {
    await onServer(`CREATE DATABASE ${name}`);
    await openDatabase({ dataDir: "unused", databaseUrl });
    await migrateDatabase();
  });
  afterAll(async () => {
    await closeDatabase();
    await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return databaseUrl;
}

/** Opens a fresh, migrated database on the server for the tests of a file, and drops it after them. Gives its address. */
export function usePostgresWithoutJobs(): string {
  return postgresServer === undefined ? "" : freshDatabaseOn(postgresServer);
}

/** The same with workers. */
export function usePostgres(handlers: JobHandlers): void {
  if (postgresServer === undefined) return;
  freshDatabaseOn(postgresServer);
  beforeAll(() => startJobs({ handlers, expireInSeconds: 60, onError: (error) => console.error(error) }));
  afterAll(stopJobs);
}
