import { closeDatabase, openDatabase } from "#app/db/client.server.ts";
import { startJobs, stopJobs } from "#app/db/jobs.server.ts";
import { migrateDatabase } from "#app/db/migrate.server.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

// A process that does with a PostgreSQL server what a starting application does, and says what it applied.

await openDatabase({ dataDir: "unused", databaseUrl: process.argv[2] });
const applied = await migrateDatabase();
await startJobs({
  handlers: idleJobs,
  expireInSeconds: 60,
  onError: console.error,
});
await stopJobs();
await closeDatabase();
console.log(`applied ${applied.length}`);
