import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { judgeDrill } from "#app/domain/practice/answer-judgement.ts";
import { cardFromDrill } from "#app/domain/practice/card.ts";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import { db } from "#app/db/client.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { newCardRows } from "./keep-cards.server.ts";

type Answered = { attemptId: string; approach: Approach; reason: string; now?: Date };

/**
 * Takes the answer of a drill, also after its minute; one that was missed becomes a card in the same transaction. An answer
 * that was taken already stays as it is. Null for a drill that is not the viewer's, or that is gone from the library.
 */
export async function answerDrill(
  viewer: Viewer,
  { attemptId, approach, reason, now = new Date() }: Answered,
): Promise<{ ok: boolean } | null> {
  const attempt = await db().drillAttempt.findFirst({ where: { id: attemptId, userId: viewer.id } });
  const { drills } = await loadLibrary();
  const drill = drills.find(({ id }) => id === attempt?.drillId);
  if (!attempt || !drill) return null;
  const result = judgeDrill({ drill, drills }, { approach, reason, startedAt: attempt.startedAt, endedAt: now });
  return db().$transaction(async (tx) => {
    const { count } = await tx.drillAttempt.updateMany({
      where: { id: attemptId, endedAt: null },
      data: { endedAt: now, approach, reason, result },
    });
    if (count > 0 && result.outcome !== "right") {
      const data = newCardRows(viewer.id, { cards: [cardFromDrill(drill)], sessionId: null, now });
      await tx.card.createMany({ data, skipDuplicates: true });
    }
    return { ok: count > 0 };
  });
}
