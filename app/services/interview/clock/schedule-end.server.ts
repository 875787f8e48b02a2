import { randomUUID } from "node:crypto";
import { graceMs } from "#app/domain/interview/clock.ts";
import { enqueueJob } from "#app/db/jobs.server.ts";
import { listRunningClocks } from "./list-running-clocks.server.ts";

const afterGraceMs = graceMs + 500;

/** Has an interview ended when its time is up. A pause leaves the job without anything to do; resuming makes another. */
export async function scheduleEnd({ sessionId, endsAt }: { sessionId: string; endsAt: Date }): Promise<void> {
  const startAfter = new Date(endsAt.getTime() + afterGraceMs);
  await enqueueJob("end-interview", { sessionId }, { singletonKey: randomUUID(), startAfter });
}

/** At start: a process may have ended between starting a clock and asking for the job that ends it. */
export async function scheduleForgottenEnds(): Promise<void> {
  for (const { sessionId, clock } of await listRunningClocks()) await scheduleEnd({ sessionId, endsAt: clock.endsAt });
}
