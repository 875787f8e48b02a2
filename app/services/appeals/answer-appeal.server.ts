import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { readAppealAnswer, type AnswerProblem, type GivenAnswer } from "#app/domain/review/appeal-answer.ts";
import { db } from "#app/db/client.server.ts";
import { findReviewableAppeal } from "./find-reviewable-appeal.server.ts";

export type AnsweredAppeal =
  | { ok: true }
  | { ok: false; reason: "incomplete"; problems: AnswerProblem[] }
  | { ok: false; reason: "already_answered" };

/** A person's answer to an appeal, once. Null when the appeal is absent or not the viewer's to answer. */
export async function answerAppeal(
  viewer: Viewer,
  { appealId, given, now = new Date() }: { appealId: string; given: GivenAnswer; now?: Date },
): Promise<AnsweredAppeal | null> {
  const reviewable = await findReviewableAppeal(viewer, appealId);
  if (!reviewable) return null;
  const read = readAppealAnswer(given);
  if (!read.ok) return { ok: false, reason: "incomplete", problems: read.problems };
  const { sessionId, criterionId } = reviewable.appeal;
  const { rubricHash } = reviewable.found;
  return db().$transaction(async (tx): Promise<AnsweredAppeal> => {
    // Of two people, or two clicks, at once one finds it waiting.
    const { count } = await tx.appeal.updateMany({
      where: { id: appealId, status: "waiting" },
      data: { status: "answered", answeredBy: "person", answeredAt: now },
    });
    if (count === 0) return { ok: false, reason: "already_answered" };
    const levels = read.level === null ? {} : { [criterionId]: read.level };
    const comments = { [criterionId]: read.comment };
    await tx.review.create({
      data: { sessionId, reviewerId: viewer.id, rubricHash, levels, comments, appealId, createdAt: now },
    });
    return { ok: true };
  });
}
