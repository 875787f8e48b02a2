import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";

/** Sets a card aside, or brings it back with its memory as it was. False for a card that is not the viewer's. */
export async function setAsideCard(
  viewer: Viewer,
  { cardId, setAside }: { cardId: string; setAside: boolean },
): Promise<boolean> {
  const { count } = await db().card.updateMany({ where: { id: cardId, userId: viewer.id }, data: { setAside } });
  return count > 0;
}
