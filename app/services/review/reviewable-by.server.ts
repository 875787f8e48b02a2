import { isReviewer, membershipsFor } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { env } from "#app/env.server.ts";
import { outsideAssessments } from "#app/services/interview/outside-assessments.server.ts";

/** The sessions that `canReview` lets the viewer give levels to, for a list of them; null for whoever reviews nowhere. */
export function reviewableBy(viewer: Viewer) {
  const isNamed = isReviewer(viewer, env().reviewers);
  const own = membershipsFor(viewer, "review_session").map(({ organisationId }) => organisationId);
  if (!isNamed && own.length === 0) return null;
  return {
    ...outsideAssessments,
    phase: "finished",
    userId: { not: viewer.id },
    OR: [...(isNamed ? [{ organisationId: null }] : []), { organisationId: { in: own } }],
  } satisfies Prisma.SessionWhereInput;
}
