import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { ScenarioSchema, type Scenario } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";

/** Scenario versions never change, and what is prepared for grading is kept per scenario object. */
const versions = new Map<string, Scenario>();
const mostVersions = 200;

export function readVersion({ hash, content }: { hash: string; content: unknown }): Scenario {
  const known = versions.get(hash);
  if (known) return known;
  const scenario = ScenarioSchema.parse(content);
  if (versions.size >= mostVersions) versions.clear();
  versions.set(hash, scenario);
  return scenario;
}

/** The version a session began with, for whoever has only its hash. */
export async function getVersion(hash: string): Promise<Scenario> {
  return versions.get(hash) ?? readVersion(await db().scenarioVersion.findUniqueOrThrow({ where: { hash } }));
}

/** One of the viewer's own sessions with its turns and scenario; null whether it is absent or somebody else's. */
export async function findSession(viewer: Viewer, sessionId: string) {
  const session = await db().session.findFirst({
    where: { id: sessionId, userId: viewer.id },
    include: { turns: { orderBy: { seq: "asc" } }, scenarioVersion: true },
  });
  return session && { session, scenario: readVersion(session.scenarioVersion) };
}

export type FoundSession = NonNullable<Awaited<ReturnType<typeof findSession>>>;
