import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { judgeCard } from "#app/domain/practice/answer-judgement.ts";
import { rate, type Rating } from "#app/domain/practice/schedule.ts";
import { db } from "#app/db/client.server.ts";
import { rubricOf } from "./answer-card.server.ts";
import { readCard } from "./read-card.server.ts";

type Rated = { cardId: string; answer: string; rating: Rating; due: string; now?: Date };

/**
 * Keeps one recall and schedules the card anew. `due` is what the page showed the card with: of two ratings at once, or of
 * one sent twice, one counts. Null for a card that is not the viewer's.
 */
export async function rateCard(
  viewer: Viewer,
  { cardId, answer, rating, due, now = new Date() }: Rated,
): Promise<{ ok: boolean } | null> {
  const row = await db().card.findFirst({ where: { id: cardId, userId: viewer.id } });
  if (!row) return null;
  if (row.due.toISOString() !== due) return { ok: false };
  const { content, memory } = readCard(row);
  const { verdict } = judgeCard(content, answer, await rubricOf(content));
  const rated = rate(memory, rating, now);
  return db().$transaction(async (tx) => {
    const { count } = await tx.card.updateMany({
      where: { id: cardId, due: row.due },
      data: { memory: rated.memory, due: new Date(rated.memory.due) },
    });
    if (count === 0) return { ok: false };
    const reviewedAt = new Date(rated.log.reviewedAt);
    await tx.cardReview.create({ data: { cardId, answer, verdict, rating, log: rated.log, reviewedAt } });
    return { ok: true };
  });
}
