import { CardContentSchema, type CardContent } from "#app/domain/practice/card.ts";
import { MemorySchema, type Memory } from "#app/domain/practice/schedule.ts";
import { dayOf } from "#app/domain/practice/day.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { findScenario } from "#app/services/library/find-scenario.server.ts";
import type { Library } from "#app/services/library/load-library.server.ts";

type StoredCard = { id: string; content: unknown; memory: unknown };

export type ReadCard = { id: string; content: CardContent; memory: Memory };

/** Throws where what is stored cannot be read. */
export function readCard({ id, content, memory }: StoredCard): ReadCard {
  return { id, content: CardContentSchema.parse(content), memory: MemorySchema.parse(memory) };
}

/** Whether what a card was made from is still there for its owner; the card itself keeps working either way. */
export async function isStillThere(
  viewer: Viewer,
  content: CardContent,
  { drills }: Pick<Library, "drills">,
): Promise<boolean> {
  if (content.kind === "drill") return drills.some(({ id }) => id === content.drillId);
  return (await findScenario(viewer, content.slug)) !== null;
}

/** The viewer's cards that are not set aside, in the order in which new ones are begun. */
export async function listActiveCards(viewer: Viewer) {
  const rows = await db().card.findMany({
    where: { userId: viewer.id, setAside: false },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => readCard(row));
}

/** How many cards the viewer has begun today: reviews of cards that had not been seen before. */
export async function countBegunToday(viewer: Viewer, now: Date): Promise<number> {
  const since = new Date(`${dayOf(now)}T00:00:00.000Z`);
  return db().cardReview.count({
    where: { card: { userId: viewer.id }, reviewedAt: { gte: since }, log: { path: ["before", "reps"], equals: 0 } },
  });
}
