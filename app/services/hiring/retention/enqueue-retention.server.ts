import { jobKey } from "#app/db/job-key.server.ts";
import { enqueueJob } from "#app/db/jobs.server.ts";

const hourMs = 3_600_000;

/** One job for each hour by the clock in UTC, however many processes ask for it. */
async function enqueueHour(startsAt: Date): Promise<void> {
  const hour = startsAt.toISOString();
  await enqueueJob(
    "apply-retention",
    { hour },
    { singletonKey: jobKey(`apply-retention|${hour}`), startAfter: startsAt },
  );
}

const startOfHour = (now: Date, after = 0) => new Date((Math.floor(now.getTime() / hourMs) + after) * hourMs);

/** At start: for this hour, if nobody has done it yet. */
export async function enqueueRetention(now = new Date()): Promise<void> {
  await enqueueHour(startOfHour(now));
}

/** By each hour for the one after it. */
export async function enqueueNextRetention(now: Date): Promise<void> {
  await enqueueHour(startOfHour(now, 1));
}
