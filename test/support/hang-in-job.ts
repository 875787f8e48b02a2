import { openDatabase } from "#app/db/client.server.ts";
import { enqueueJob, startJobs } from "#app/db/jobs.server.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

// A process that takes a job and never finishes it.

const [dataDir = "", gradeId = ""] = process.argv.slice(2);
await openDatabase({ dataDir });
await startJobs({
  handlers: {
    ...idleJobs,
    "grade-session": async (data) => {
      console.log(`started ${data.gradeId}`);
      await new Promise((resolve) => setTimeout(resolve, 600_000));
    },
  },
  expireInSeconds: 60,
  onError: console.error,
});
await enqueueJob("grade-session", { gradeId }, { singletonKey: gradeId });
