import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { closeDatabase, openDatabase, storage } from "#app/db/client.server.ts";
import { type JobHandlers, startJobs, type StartJobsOptions, stopJobs } from "#app/db/jobs.server.ts";
import { migrateDatabase, migrationsDir } from "#app/db/migrate.server.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

// A migrated database takes seconds to make and a third of a second to load: the first test file to need one leaves
// its dump for the others, named after everything it was made from.

/** Opens a fresh, migrated, in-memory database for the tests of a file, and closes it after them. */
export function useTestDatabase(): void {
  beforeAll(openTestDatabase);
  afterAll(closeDatabase);
}

/** As `useTestDatabase`, with workers on the jobs: what the application queues is done, by these handlers. */
export function useTestJobs(handlers: JobHandlers): void {
  useTestDatabase();
  beforeAll(() => startJobs({ ...idleOptions, handlers }));
  afterAll(stopJobs);
}

const idleOptions: StartJobsOptions = {
  handlers: idleJobs,
  expireInSeconds: 60,
  onError: (error) => console.error(error),
};

export async function openTestDatabase(): Promise<void> {
  process.env.AUTH_SECRET ||= "the secret of tests, which protects nothing";
  const path = await dumpPath();
  const dump = await readFile(path).catch(() => null);
  await openDatabase({ dataDir: "memory://", from: dump === null ? undefined : new Blob([dump]) });
  if (dump === null) await leaveDump(path);
}

async function leaveDump(path: string): Promise<void> {
  await migrateDatabase();
  await startJobs(idleOptions); // makes the tables of the job queue
  await stopJobs();
  const open = storage();
  if (open.kind !== "embedded") throw new Error("The test database is embedded.");
  const dump = await open.pglite.dumpDataDir("none");
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
  await rename(unfinished, path);
}

async function dumpPath(): Promise<string> {
  const directory = "node_modules/.cache/tradeoff";
  await mkdir(directory, { recursive: true });
  const migrations = (await readdir(migrationsDir, { recursive: true })).filter((path) => path.endsWith(".sql"));
  const hash = createHash("sha256");
  for (const path of [
    "node_modules/@electric-sql/pglite/package.json",
    "node_modules/pg-boss/package.json",
    ...migrations.sort().map((path) => join(migrationsDir, path)),
  ]) {
    hash.update(path).update(await readFile(path));
  }
  return join(directory, `database-${hash.digest("hex").slice(0, 16)}.tar`);
}
