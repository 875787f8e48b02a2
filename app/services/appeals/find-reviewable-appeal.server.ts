import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { findReviewable } from "#app/services/review/find-reviewable.server.ts";
import { levelIn } from "./get-contests.server.ts";

/**
 * An appeal that waits for a person or was answered by the viewer, with its session; null whether it is absent, somebody
 * else's to answer, the viewer's own, or the viewer is no reviewer.
 */
export async function findReviewableAppeal(viewer: Viewer, appealId: string) {
  const appeal = await db().appeal.findFirst({
    where: { id: appealId, OR: [{ status: "waiting" }, { review: { reviewerId: viewer.id } }] },
    include: { grade: true, review: true },
  });
  const found = appeal && (await findReviewable(viewer, appeal.sessionId));
  const criterion = found?.scenario.rubric.criteria.find(({ id }) => id === appeal?.criterionId);
  if (!appeal || !found || !criterion) return null;
  const first = { grader: appeal.grade.grader, level: levelIn(appeal.grade, appeal.criterionId) };
  return { appeal, found, criterion, first };
}
