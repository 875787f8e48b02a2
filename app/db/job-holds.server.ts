import { isUnheld, openHolds } from "#app/db/holds.server.ts";

// Of several processes over one PostgreSQL each holds the jobs it does. A job that is marked as running and held by nobody
// was cut off with its process: another takes it up within seconds, without waiting until it would count as lost.

/** How often is looked, and how long a job is left alone after it was begun or ended: what marks it takes a moment. */
const everyMs = 4_000;

export type JobHolds = {
  /** Does the work while the job is held. */
  holding: <Result>(jobId: string, work: () => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
};

type Reclaiming = {
  executeSql: (sql: string, values: unknown[]) => Promise<unknown>;
  onError: (error: unknown) => void;
};

/** Being cut off counts as a try: a job that ends whatever process takes it must not end them all in turn. */
const reclaimAbandoned = `
  WITH running AS MATERIALIZED (
    SELECT "name", "id" FROM pgboss.job
    WHERE "state" = 'active' AND "retry_count" < "retry_limit" AND "started_on" < now() - interval '${everyMs} ms'
  ), abandoned AS MATERIALIZED (
    SELECT "name", "id" FROM running WHERE ${isUnheld(`'job:' || "id"`)}
  )
  UPDATE pgboss.job SET "state" = 'retry', "start_after" = now() FROM abandoned
  WHERE job."name" = abandoned."name" AND job."id" = abandoned."id" AND job."state" = 'active'`;

export async function openJobHolds(url: string, { executeSql, onError }: Reclaiming): Promise<JobHolds> {
  const holds = await openHolds(url);
  const timer = setInterval(() => void executeSql(reclaimAbandoned, []).catch(onError), everyMs);
  timer.unref();
  return {
    holding: async (jobId, work) => {
      await holds.hold(`job:${jobId}`);
      try {
        return await work();
      } finally {
        // The queue notes the end after the work has returned: until then it is still held.
        setTimeout(() => void holds.release(`job:${jobId}`), everyMs).unref();
      }
    },
    close: async () => {
      clearInterval(timer);
      await holds.close();
    },
  };
}
