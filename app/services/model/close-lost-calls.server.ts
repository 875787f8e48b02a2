import { db, storage } from "#app/db/client.server.ts";
import { env } from "#app/env.server.ts";

/** Longer than any call takes from its reservation to its end. */
const marginMs = 60_000;

/**
 * Calls whose end nobody wrote down, because the process was killed: they are lost, and their estimate goes on counting.
 * Whoever has just opened an embedded database is alone with it, so that none of them can be running still.
 */
export async function closeLostCalls({ atStart = false, now = new Date() } = {}): Promise<void> {
  const isAlone = atStart && storage().kind === "embedded";
  const before = isAlone ? now : new Date(now.getTime() - env().gradingDeadlineMs - marginMs);
  await db().modelCall.updateMany({
    where: { outcome: "running", createdAt: { lte: before } },
    data: { outcome: "lost" },
  });
}
