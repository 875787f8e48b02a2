import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { closeDatabase, openDatabase } from "#app/db/client.server.ts";
import { enqueueJob, startJobs, stopJobs } from "#app/db/jobs.server.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeDirectory } from "#test/support/directory.ts";
import { startProcess } from "#test/support/process.ts";

afterEach(async () => {
  await stopJobs();
  await closeDatabase();
});

/** Opens the database and starts workers that note what they are given. */
async function startNoting(dataDir: string, work: (gradeId: string) => void = () => undefined) {
  const noted = { runs: [] as string[], errors: [] as unknown[] };
  await openDatabase({ dataDir });
  await startJobs({
    handlers: {
      ...idleJobs,
      "grade-session": async ({ gradeId }) => {
        noted.runs.push(gradeId);
        work(gradeId);
      },
    },
    expireInSeconds: 60,
    onError: (error) => noted.errors.push(error),
  });
  return noted;
}

test("a job that is asked for twice runs once, and its failure is tried again", async () => {
  const flaky = randomUUID();
  const failing = { left: 1 };
  const noted = await startNoting("memory://", (gradeId) => {
    if (gradeId === flaky && failing.left-- > 0) throw new Error("not this time");
  });
  const steady = randomUUID();
  for (const gradeId of [steady, steady, flaky]) {
    await enqueueJob("grade-session", { gradeId }, { singletonKey: gradeId });
  }
  await vi.waitFor(() => expect(noted.runs.filter((run) => run === flaky)).toHaveLength(2), 20_000);
  expect(noted.runs.filter((run) => run === steady)).toHaveLength(1);
  expect(noted.errors).toEqual([new Error("not this time")]);
});

test("a job whose process was killed runs again at the next start, once", async () => {
  const dataDir = await makeDirectory();
  const gradeId = randomUUID();
  const killed = startProcess("test/support/hang-in-job.ts", [dataDir, gradeId]);
  expect(await killed.line()).toBe(`started ${gradeId}`);
  await killed.end("SIGKILL");

  const noted = await startNoting(dataDir);
  await vi.waitFor(() => expect(noted.runs).toEqual([gradeId]), 20_000);
  await stopJobs();
  await closeDatabase();

  const later = await startNoting(dataDir);
  const sentinel = randomUUID();
  await enqueueJob("grade-session", { gradeId: sentinel }, { singletonKey: sentinel });
  await vi.waitFor(() => expect(later.runs).toEqual([sentinel]), 20_000);
});
