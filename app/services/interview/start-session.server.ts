import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { startInterview, type Mode } from "#app/domain/interview/session.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { loadLibrary, type LibraryScenario } from "#app/services/library/load-library.server.ts";

/** Keeps the scenario as it is now; whoever begins later with the same content shares the row. */
async function keepVersion({ scenario, hash, rubricHash }: LibraryScenario): Promise<void> {
  const content: Prisma.InputJsonObject = JSON.parse(JSON.stringify(scenario));
  await db().scenarioVersion.createMany({
    data: [{ hash, slug: scenario.slug, rubricHash, content }],
    skipDuplicates: true,
  });
}

async function findOrCreate(viewer: Viewer, mode: Mode, { scenario, hash }: LibraryScenario): Promise<string> {
  const { slug } = scenario;
  return db().$transaction(async (tx) => {
    // Of two clicks at once the second waits here, and finds the session that the first has started.
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${viewer.id} FOR NO KEY UPDATE`;
    const unfinished = await tx.session.findFirst({ where: { userId: viewer.id, slug, mode, phase: "answering" } });
    if (unfinished) return unfinished.id;
    const now = new Date();
    const turns = startInterview(scenario).map((turn) => ({ ...turn, voice: "authored", createdAt: now }));
    const data = { userId: viewer.id, scenarioHash: hash, slug, mode, startedAt: now, lastActiveAt: now };
    const { id } = await tx.session.create({ data: { ...data, turns: { create: turns } } });
    return id;
  });
}

/**
 * Starts an interview, or gives back the unfinished one at the same scenario: a second click must not start a second.
 * Null for a scenario that is not there.
 */
export async function startSession(
  viewer: Viewer,
  { slug, mode = "practice" }: { slug: string; mode?: Mode },
): Promise<{ sessionId: string } | null> {
  const found = (await loadLibrary()).scenarios.find(({ scenario }) => scenario.slug === slug);
  if (!found) return null;
  await keepVersion(found);
  return { sessionId: await findOrCreate(viewer, mode, found) };
}
