import { CardContentSchema, type CardContent } from "#app/domain/practice/card.ts";
import { MemorySchema, type Memory } from "#app/domain/practice/schedule.ts";
import type { Library } from "#app/services/library/load-library.server.ts";

type StoredCard = { id: string; content: unknown; memory: unknown };

export type ReadCard = { id: string; content: CardContent; memory: Memory };

/** Throws where what is stored cannot be read. */
export function readCard({ id, content, memory }: StoredCard): ReadCard {
  return { id, content: CardContentSchema.parse(content), memory: MemorySchema.parse(memory) };
}

/** Whether what a card was made from is still there; the card itself keeps working either way. */
export function isStillThere(
  content: CardContent,
  { scenarios, drills }: Pick<Library, "scenarios" | "drills">,
): boolean {
  if (content.kind === "drill") return drills.some(({ id }) => id === content.drillId);
  return scenarios.some(({ scenario }) => scenario.slug === content.slug);
}
