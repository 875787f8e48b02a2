import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { readReview, type GivenReview, type ReviewProblem } from "#app/domain/review/review.ts";
import { db } from "#app/db/client.server.ts";
import { findReviewable } from "./find-reviewable.server.ts";

export type RecordedReview =
  | { ok: true; reviewId: string }
  | { ok: false; reason: "incomplete"; problems: ReviewProblem[] }
  | { ok: false; reason: "already_given" };

/**
 * Keeps the levels a reviewer gives to a session, once: after it the grader's are shown, and levels changed then would no
 * longer be the reviewer's own. Null when the session is absent or not the viewer's to review.
 */
export async function recordReview(
  viewer: Viewer,
  { sessionId, given, now = new Date() }: { sessionId: string; given: GivenReview; now?: Date },
): Promise<RecordedReview | null> {
  const found = await findReviewable(viewer, sessionId);
  if (!found) return null;
  const read = readReview(found.scenario.rubric, given);
  if (!read.ok) return { ok: false, reason: "incomplete", problems: read.problems };
  const { levels, comments } = read;
  return db().$transaction(async (tx): Promise<RecordedReview> => {
    // Of two clicks at once the second waits here, and finds the review that the first has given.
    await tx.$queryRaw`SELECT "id" FROM "Session" WHERE "id" = ${sessionId} FOR NO KEY UPDATE`;
    const before = await tx.review.findFirst({
      where: { sessionId, reviewerId: viewer.id, appealId: null },
      select: { id: true },
    });
    if (before) return { ok: false, reason: "already_given" };
    const { id } = await tx.review.create({
      data: { sessionId, reviewerId: viewer.id, rubricHash: found.rubricHash, levels, comments, createdAt: now },
    });
    return { ok: true, reviewId: id };
  });
}
