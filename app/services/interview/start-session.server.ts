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
  const unfinished = await db().session.findFirst({ where: { userId: viewer.id, slug, mode, phase: "answering" } });
  if (unfinished) return { sessionId: unfinished.id };

  await keepVersion(found);
  const now = new Date();
  const session = await db().session.create({
    data: {
      userId: viewer.id, scenarioHash: found.hash, slug, mode, startedAt: now, lastActiveAt: now,
      turns: { create: startInterview(found.scenario).map((turn) => ({ ...turn, voice: "authored", createdAt: now })) },
    },
  });
  return { sessionId: session.id };
}
