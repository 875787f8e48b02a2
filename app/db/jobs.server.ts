import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import PgBoss from "pg-boss";
import { type Storage, storage } from "#app/db/client.server.ts";
import { type JobHolds, openJobHolds } from "#app/db/job-holds.server.ts";
import { oneAtATime } from "#app/db/one-at-a-time.server.ts";

// Work that outlives the request that asked for it, kept by pg-boss in the same database as everything else. A job is
// done when its handler returns; a process that ends before leaves it to the next one, so handlers may run again and
// must finish quietly what is already finished.

/** Every job there is: its name and what it is told. */
export type Jobs = {
  "grade-session": { gradeId: string };
  "end-interview": { sessionId: string };
  "deliver-mail": { mailId: string };
  "run-dry-run": { dryRunId: string };
  "run-regrade": { gradeId: string };
  "resume-after-budget": { day: string };
  "measure-agreement": { organisationId: string; scenarioHash: string };
  "end-assessment": { assessmentId: string };
  "apply-retention": { hour: string };
};
export type JobName = keyof Jobs;
export type JobHandlers = { [Name in JobName]: (data: Jobs[Name]) => Promise<void> };

export type StartJobsOptions = {
  handlers: JobHandlers;
  /** A job that takes longer counts as lost and is tried again: longer than any handler needs. */
  expireInSeconds: number;
  /** Told of every failure: of a handler, which is retried, and of the queue itself. */
  onError: (error: unknown) => void;
};

const workersPerJob = 4; // grading mostly waits for a model
const pollingIntervalSeconds = 1; // for retries and other machines: a job enqueued here starts at once
const retries = { retryLimit: 2, retryDelay: 1, retryBackoff: true };
const stopTimeoutMs = 5_000;

type Running = { boss: PgBoss; workerIds: string[]; settle: () => Promise<void> };

// On globalThis for the same reason as the connection: development reloads modules.
const home = globalThis as typeof globalThis & { tradeoffJobs?: Running };

/** Starts the workers, and takes up again what a process that was killed has left behind. */
export async function startJobs({ handlers, expireInSeconds, onError }: StartJobsOptions): Promise<void> {
  if (home.tradeoffJobs !== undefined) throw new Error("The jobs are running already: stop them first.");
  const open = storage();
  const queries = queriesOn(open, onError);
  const boss = new PgBoss({ db: queries, schedule: false, maintenanceIntervalSeconds: 60 });
  boss.on("error", onError);
  const names = Object.keys(handlers) as JobName[];
  await oneAtATime(async () => {
    await boss.start();
    for (const name of names) {
      await boss.createQueue(name, { name, ...retries, expireInSeconds });
      await boss.updateQueue(name, { name, ...retries, expireInSeconds });
    }
  });
  const holds = open.kind === "embedded" ? null : await openJobHolds(open.url, { ...queries, onError });
  const settle = async () => {
    await holds?.close();
    await queries.settle();
  };
  const running: Running = { boss, workerIds: [], settle };
  home.tradeoffJobs = running;
  for (const name of names) {
    if (open.kind === "embedded") await reclaim(queries, name);
    for (let n = 0; n < workersPerJob; n++) {
      running.workerIds.push(await startWorker({ boss, holds, name, handler: handlers[name], onError }));
    }
  }
}

type Worker<Name extends JobName> = {
  boss: PgBoss;
  /** Null where nobody else could take its jobs. */
  holds: JobHolds | null;
  name: Name;
  handler: JobHandlers[Name];
  onError: (error: unknown) => void;
};

function startWorker<Name extends JobName>(worker: Worker<Name>): Promise<string> {
  const { boss, holds, name, handler, onError } = worker;
  return boss.work<Jobs[Name]>(name, { pollingIntervalSeconds, batchSize: 1 }, async (jobs) => {
    for (const job of jobs) {
      try {
        const work = () => handler(job.data);
        await (holds ? holds.holding(job.id, work) : work());
      } catch (error) {
        onError(error);
        throw error;
      }
    }
  });
}

/**
 * Asks for a job; it starts at once if a worker is free, or within a second of `startAfter`. The key, a UUID, makes it one of a kind: while a job with that
 * key waits, runs or is done, asking again changes nothing; if it had given up, it is tried once more.
 */
export async function enqueueJob<Name extends JobName>(
  name: Name,
  data: Jobs[Name],
  { singletonKey, startAfter }: { singletonKey: string; startAfter?: Date },
): Promise<void> {
  if (home.tradeoffJobs === undefined) throw new Error("The jobs are not running: call startJobs() first.");
  const { boss, workerIds } = home.tradeoffJobs;
  const id = await boss.send(name, data, { id: singletonKey, ...(startAfter && { startAfter }) });
  if (id === null) await boss.retry(name, singletonKey);
  for (const workerId of workerIds) boss.notifyWorker(workerId);
}

/** Lets running jobs finish for a few seconds, then leaves them to the next start. */
export async function stopJobs(): Promise<void> {
  const running = home.tradeoffJobs;
  delete home.tradeoffJobs;
  if (running === undefined) return;
  await running.boss.stop({ timeout: stopTimeoutMs });
  await running.settle();
}

/**
 * Whoever holds the embedded database is alone with it, so a job that is still marked as running was cut off. That is
 * no failure of the job: it does not count against its retries.
 */
async function reclaim(queries: PgBoss.Db, name: JobName): Promise<void> {
  const sql =
    "UPDATE pgboss.job SET state = 'retry', started_on = NULL, start_after = now() WHERE name = $1 AND state = 'active'";
  await queries.executeSql(sql, [name]);
}

type Queries = PgBoss.Db & { settle: () => Promise<void> };
type Query = (sql: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

/** pg-boss does not wait for its last words on a job; `settle` does, so that the connection can be closed after it. */
function queriesOn(open: Storage, onError: (error: unknown) => void): Queries {
  if (open.kind === "embedded") return settling(queryEmbedded(open.pglite), () => Promise.resolve());
  const pool = new pg.Pool({ connectionString: open.url, max: workersPerJob + 1 });
  pool.on("error", onError);
  return settling(
    (sql, values) => pool.query(sql, values),
    () => pool.end(),
  );
}

function queryEmbedded(pglite: PGlite): Query {
  return async (sql, values = []) => {
    if (values.length > 0) return pglite.query(sql, values);
    return (await pglite.exec(sql)).at(-1) ?? { rows: [] }; // several statements at once go without values
  };
}

function settling(query: Query, close: () => Promise<void>): Queries {
  const unsettled = new Set<Promise<unknown>>();
  return {
    executeSql: (sql, values) => {
      const result = query(sql, values).finally(() => unsettled.delete(result));
      unsettled.add(result);
      return result;
    },
    settle: async () => {
      await Promise.allSettled(unsettled);
      await close();
    },
  };
}
