import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { limitFor, startClock, type Clock } from "#app/domain/interview/clock.ts";
import type { Mode } from "#app/domain/interview/session.ts";
import { db } from "#app/db/client.server.ts";
import { findScenario, type ReachableScenario } from "#app/services/library/find-scenario.server.ts";
import { keepVersion } from "#app/services/library/keep-version.server.ts";
import { beginSession } from "./begin-session.server.ts";
import { endOverdueInterview } from "./clock/end-overdue-interview.server.ts";
import { scheduleEnd } from "./clock/schedule-end.server.ts";

type Wanted = { mode: Exclude<Mode, "assessment">; extraTimePercent: number };
type Begun = { sessionId: string; clock: Clock | null };

async function findOrCreate(
  viewer: Viewer,
  { mode, extraTimePercent }: Wanted,
  { scenario, hash, organisationId }: ReachableScenario,
): Promise<Begun> {
  const { slug } = scenario;
  return db().$transaction(async (tx) => {
    // Of two clicks at once the second waits here, and finds the session that the first has started.
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${viewer.id} FOR NO KEY UPDATE`;
    const unfinished = await tx.session.findFirst({ where: { userId: viewer.id, slug, mode, phase: "answering" } });
    if (unfinished) return { sessionId: unfinished.id, clock: null };
    const now = new Date();
    const clock = mode === "mock" ? startClock(limitFor(scenario.minutes, extraTimePercent), now) : null;
    const begun = { userId: viewer.id, scenario, hash, organisationId, mode, clock, now };
    return { sessionId: await beginSession(tx, begun), clock };
  });
}

/** Time may have run out with nobody there and the job still to come: such an interview is not gone on with. */
async function endOverdue(viewer: Viewer, { slug, mode }: { slug: string } & Pick<Wanted, "mode">): Promise<void> {
  const running = await db().session.findMany({
    where: { userId: viewer.id, slug, mode, phase: "answering", endsAt: { not: null } },
    select: { id: true },
  });
  for (const { id } of running) await endOverdueInterview(id);
}

/**
 * Starts an interview, or gives back the unfinished one at the same scenario in the same mode: a second click must not
 * start a second. A mock interview has the scenario's minutes and whatever extra time is needed, kept by the server from
 * now on. One of an organisation belongs to the organisation too. Null for a scenario that is not there, and for whoever
 * may not take it.
 */
export async function startSession(
  viewer: Viewer,
  { slug, mode = "practice", extraTimePercent = 0 }: { slug: string } & Partial<Wanted>,
): Promise<{ sessionId: string } | null> {
  const found = await findScenario(viewer, slug);
  if (!found) return null;
  await keepVersion(db(), found);
  await endOverdue(viewer, { slug, mode });
  const { sessionId, clock } = await findOrCreate(viewer, { mode, extraTimePercent }, found);
  if (clock) await scheduleEnd({ sessionId, endsAt: clock.endsAt });
  return { sessionId };
}
