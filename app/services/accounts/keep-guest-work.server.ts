import { db } from "#app/db/client.server.ts";

/**
 * Gives an account everything a guest did, and lets the guest go: all or nothing. The guest's row is locked first, so
 * that work begun in another tab at this moment fails there instead of vanishing with the guest.
 */
export async function keepGuestWork({ guestId, accountId }: { guestId: string; accountId: string }): Promise<void> {
  await db().$transaction([
    db().$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${guestId} FOR UPDATE`,
    db().session.updateMany({ where: { userId: guestId }, data: { userId: accountId } }),
    db().user.deleteMany({ where: { id: guestId, isAnonymous: true } }),
  ]);
}
