import { jobKey } from "#app/db/job-key.server.ts";
import { enqueueJob } from "#app/db/jobs.server.ts";

const everyMs = 60_000;

/** However many reviews are given within a minute, the agreement of a scenario version is measured once, after it. */
export async function enqueueMeasuring(
  about: { organisationId: string; scenarioHash: string },
  now = new Date(),
): Promise<void> {
  const window = Math.floor(now.getTime() / everyMs);
  const startAfter = new Date((window + 1) * everyMs);
  const singletonKey = jobKey(`agreement|${about.organisationId}|${about.scenarioHash}|${window}`);
  await enqueueJob("measure-agreement", about, { singletonKey, startAfter });
}
