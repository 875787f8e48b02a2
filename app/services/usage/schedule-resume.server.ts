import { createHash } from "node:crypto";
import { dayOf, startOfNextDay } from "#app/domain/usage/day.ts";
import { enqueueJob } from "#app/db/jobs.server.ts";

/** The clocks of the database and of this machine need not agree to the second. */
const afterMidnightMs = 10_000;
/** What was refused just before midnight is told just after it, and belongs to the day that has begun. */
const toldLateMs = 5_000;

/** One job for each day, whoever asks for it and however often. */
function keyOf(day: string): string {
  const hex = createHash("sha256").update(`resume-after-budget ${day}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/** What waits for the budget is taken up again when the next day begins. */
export async function scheduleResume(now: Date): Promise<void> {
  const next = startOfNextDay(new Date(now.getTime() - toldLateMs));
  const day = dayOf(next);
  const startAfter = new Date(next.getTime() + afterMidnightMs);
  await enqueueJob("resume-after-budget", { day }, { singletonKey: keyOf(day), startAfter });
}
