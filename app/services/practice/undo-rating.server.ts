import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { ReviewLogSchema } from "#app/domain/practice/schedule.ts";
import { db } from "#app/db/client.server.ts";

/**
 * Takes the viewer's last rating back: the card is as it was before it. False where the review is not the last one any more,
 * as when it was taken back in another tab.
 */
export async function undoRating(viewer: Viewer, reviewId: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const last = await tx.cardReview.findFirst({
      where: { card: { userId: viewer.id } },
      orderBy: [{ reviewedAt: "desc" }, { id: "desc" }],
    });
    if (last?.id !== reviewId) return false;
    const { count } = await tx.cardReview.deleteMany({ where: { id: reviewId } });
    if (count === 0) return false;
    const { before } = ReviewLogSchema.parse(last.log);
    await tx.card.update({ where: { id: last.cardId }, data: { memory: before, due: new Date(before.due) } });
    return true;
  });
}
