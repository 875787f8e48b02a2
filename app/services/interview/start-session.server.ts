import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { limitFor, startClock, type Clock } from "#app/domain/interview/clock.ts";
import { startInterview, type Mode } from "#app/domain/interview/session.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { loadLibrary, type LibraryScenario } from "#app/services/library/load-library.server.ts";
import { endOverdueInterview } from "./clock/end-overdue-interview.server.ts";
import { scheduleEnd } from "./clock/schedule-end.server.ts";

type Wanted = { mode: Mode; extraTimePercent: number };
type Begun = { sessionId: string; clock: Clock | null };

/** Keeps the scenario as it is now; whoever begins later with the same content shares the row. */
async function keepVersion({ scenario, hash, rubricHash }: LibraryScenario): Promise<void> {
  const content: Prisma.InputJsonObject = JSON.parse(JSON.stringify(scenario));
  await db().scenarioVersion.createMany({
    data: [{ hash, slug: scenario.slug, rubricHash, content }],
    skipDuplicates: true,
  });
}

async function findOrCreate(
  viewer: Viewer,
  { mode, extraTimePercent }: Wanted,
  { scenario, hash }: LibraryScenario,
): Promise<Begun> {
  const { slug } = scenario;
  return db().$transaction(async (tx) => {
    // Of two clicks at once the second waits here, and finds the session that the first has started.
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${viewer.id} FOR NO KEY UPDATE`;
    const unfinished = await tx.session.findFirst({ where: { userId: viewer.id, slug, mode, phase: "answering" } });
    if (unfinished) return { sessionId: unfinished.id, clock: null };
    const now = new Date();
    const turns = startInterview(scenario).map((turn) => ({ ...turn, voice: "authored", createdAt: now }));
    const clock = mode === "mock" ? startClock(limitFor(scenario.minutes, extraTimePercent), now) : null;
    const data = { userId: viewer.id, scenarioHash: hash, slug, mode, startedAt: now, lastActiveAt: now, ...clock };
    const { id } = await tx.session.create({ data: { ...data, turns: { create: turns } } });
    return { sessionId: id, clock };
  });
}

/** Time may have run out with nobody there and the job still to come: such an interview is not gone on with. */
async function endOverdue(viewer: Viewer, { slug, mode }: { slug: string; mode: Mode }): Promise<void> {
  const running = await db().session.findMany({
    where: { userId: viewer.id, slug, mode, phase: "answering", endsAt: { not: null } },
    select: { id: true },
  });
  for (const { id } of running) await endOverdueInterview(id);
}

/**
 * Starts an interview, or gives back the unfinished one at the same scenario in the same mode: a second click must not
 * start a second. A mock interview has the scenario's minutes and whatever extra time is needed, kept by the server from
 * now on. Null for a scenario that is not there.
 */
export async function startSession(
  viewer: Viewer,
  { slug, mode = "practice", extraTimePercent = 0 }: { slug: string } & Partial<Wanted>,
): Promise<{ sessionId: string } | null> {
  const found = (await loadLibrary()).scenarios.find(({ scenario }) => scenario.slug === slug);
  if (!found) return null;
  await keepVersion(found);
  await endOverdue(viewer, { slug, mode });
  const { sessionId, clock } = await findOrCreate(viewer, { mode, extraTimePercent }, found);
  if (clock) await scheduleEnd({ sessionId, endsAt: clock.endsAt });
  return { sessionId };
}
