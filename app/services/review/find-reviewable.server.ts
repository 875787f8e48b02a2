import { canReview } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { env } from "#app/env.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { outsideAssessments } from "#app/services/interview/outside-assessments.server.ts";

/**
 * A finished session outside assessments that the viewer may give levels to, with everything but its candidate's name; null whether it is
 * absent, unfinished, the viewer's own, or the viewer is no reviewer.
 */
export async function findReviewable(viewer: Viewer, sessionId: string) {
  const session = await db().session.findFirst({
    where: { ...outsideAssessments, id: sessionId, phase: "finished" },
    include: { turns: { orderBy: { seq: "asc" } }, scenarioVersion: true },
  });
  if (!session) return null;
  const { userId: candidateId, organisationId } = session;
  if (!canReview(viewer, { candidateId, organisationId, reviewers: env().reviewers })) return null;
  const { id, turns, finishedAt, startedAt, scenarioVersion } = session;
  return {
    id,
    turns,
    finishedAt: finishedAt ?? startedAt,
    rubricHash: scenarioVersion.rubricHash,
    scenario: readVersion(scenarioVersion),
  };
}

export type Reviewable = NonNullable<Awaited<ReturnType<typeof findReviewable>>>;
