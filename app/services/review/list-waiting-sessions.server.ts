import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { outsideAssessments } from "#app/services/interview/outside-assessments.server.ts";
import { reviewableBy } from "./reviewable-by.server.ts";

const mostListed = 50;

export type WaitingSession = { sessionId: string; title: string; finishedAt: string; answers: number };

export type WaitingSessions = { sessions: WaitingSession[]; waiting: number; given: number };

/**
 * Finished sessions of other people that nobody has given levels to, the one that waits longest first, without names and
 * without what a grader made of them. Null for whoever is no reviewer.
 */
export async function listWaitingSessions(viewer: Viewer): Promise<WaitingSessions | null> {
  const reviewable = reviewableBy(viewer);
  if (reviewable === null) return null;
  const where = { ...reviewable, reviews: { none: {} } };
  const [sessions, waiting, given] = await Promise.all([
    db().session.findMany({
      where,
      orderBy: [{ finishedAt: "asc" }, { id: "asc" }],
      take: mostListed,
      include: { scenarioVersion: true, turns: { where: { kind: "answer" }, select: { id: true } } },
    }),
    db().session.count({ where }),
    db().review.count({ where: { reviewerId: viewer.id, appealId: null, session: outsideAssessments } }),
  ]);
  return {
    waiting,
    given,
    sessions: sessions.map(({ id, scenarioVersion, finishedAt, startedAt, turns }) => ({
      sessionId: id,
      title: readVersion(scenarioVersion).title,
      finishedAt: (finishedAt ?? startedAt).toISOString(),
      answers: turns.length,
    })),
  };
}
