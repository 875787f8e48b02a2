import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { Clock } from "#app/domain/interview/clock.ts";
import type { InterviewState } from "#app/domain/interview/session.ts";
import { ScenarioSchema, type Scenario } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma, Session } from "#app/db/generated/client.ts";
import { outsideAssessments } from "./outside-assessments.server.ts";

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

const whole = { turns: { orderBy: { seq: "asc" as const } }, scenarioVersion: true };

/** One of the viewer's own sessions with its turns and scenario; null whether it is absent or somebody else's. */
export async function findSession(viewer: Viewer, sessionId: string, where: Prisma.SessionWhereInput = {}) {
  const session = await db().session.findFirst({
    where: { ...where, id: sessionId, userId: viewer.id },
    include: whole,
  });
  return session && { session, scenario: readVersion(session.scenarioVersion) };
}

/** One whose result is shown to its candidate here: what an assessment came to is for its team to let out. */
export function findOwnResult(viewer: Viewer, sessionId: string): Promise<FoundSession | null> {
  return findSession(viewer, sessionId, outsideAssessments);
}

export type FoundSession = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/** Any session, whoever's it is: for what the server does by itself. */
export async function findSessionOfAnyone(sessionId: string): Promise<FoundSession | null> {
  const session = await db().session.findUnique({ where: { id: sessionId }, include: whole });
  return session && { session, scenario: readVersion(session.scenarioVersion) };
}

/** Null where there is no limit. */
export function clockOf({
  limitMs,
  endsAt,
  pausedAt,
  pauseUsed,
}: Pick<Session, "limitMs" | "endsAt" | "pausedAt" | "pauseUsed">): Clock | null {
  return limitMs === null || endsAt === null ? null : { limitMs, endsAt, pausedAt, pauseUsed };
}

/** What the rules of the interview decide from. */
export function stateOf({ session }: FoundSession, now: Date): InterviewState {
  const { phase, turns, mode } = session;
  return { phase, turns, mode, clock: clockOf(session), now };
}
