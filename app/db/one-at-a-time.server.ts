import pg from "pg";
import { storage } from "#app/db/client.server.ts";

const lock = "SELECT pg_advisory_lock(hashtext('tradeoff:start'))";

/**
 * Of the processes that start on one PostgreSQL, one at a time does what only one may: they deadlock when they create
 * the same tables at once. Whoever holds the embedded database is alone with it. The lock goes with its connection, so
 * a process that is killed leaves none behind.
 */
export async function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const open = storage();
  if (open.kind === "embedded") return work();
  const client = await connect(open.url);
  try {
    await client.query(lock);
    return await work();
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The database server at ${new URL(url).host} cannot be reached: ${why}.`, { cause: error });
  }
}
