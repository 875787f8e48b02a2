import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { cardsFromGrade, type NewCard } from "#app/domain/practice/card.ts";
import { newMemory } from "#app/domain/practice/schedule.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { listGradedSessions, type GradedSession } from "#app/services/progress/list-graded-sessions.server.ts";

type Kept = { cards: readonly NewCard[]; sessionId: string | null; now: Date };

/** Rows of new cards, due at once. With `skipDuplicates` a key that the person has a card of stays as it is. */
export function newCardRows(userId: string, { cards, sessionId, now }: Kept): Prisma.CardCreateManyInput[] {
  const memory = newMemory(now);
  return cards.map(({ key, content }) => ({ userId, key, content, sessionId, memory, due: now, createdAt: now }));
}

type ToKeep = { now: Date; graded?: readonly GradedSession[] };

/**
 * Makes the cards of every graded session of the viewer that has none yet. It is done when practice is looked at and not
 * when a grade ends: then nothing is lost by a crash between the two, by a grade that was made again or by an interview
 * from before there were cards; and doing it twice makes nothing twice. What an assessment found is for who set it.
 * `graded` are all of them, where they are at hand.
 */
export async function keepCards(viewer: Viewer, { now, graded }: ToKeep): Promise<void> {
  const sessions = graded ?? (await listGradedSessions(viewer));
  const practised = sessions.filter(({ mode }) => mode !== "assessment");
  const data = practised.flatMap(({ sessionId, scenario, scenarioHash, result }) =>
    newCardRows(viewer.id, { cards: cardsFromGrade({ scenario, scenarioHash, result }), sessionId, now }),
  );
  const known = await db().card.findMany({ where: { userId: viewer.id }, select: { key: true } });
  const keys = new Set(known.map(({ key }) => key));
  const fresh = data.filter(({ key }) => !keys.has(key));
  if (fresh.length > 0) await db().card.createMany({ data: fresh, skipDuplicates: true });
}
