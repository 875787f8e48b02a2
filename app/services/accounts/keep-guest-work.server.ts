import { db } from "#app/db/client.server.ts";

/**
 * Gives an account everything a guest did, and lets the guest go: all or nothing. The guest's row is locked first, so
 * that work begun in another tab at this moment fails there instead of vanishing with the guest. Where both have a card of
 * the same miss, or a goal, the account's stays.
 */
export async function keepGuestWork({ guestId, accountId }: { guestId: string; accountId: string }): Promise<void> {
  await db().$transaction([
    db().$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${guestId} FOR UPDATE`,
    db().session.updateMany({ where: { userId: guestId }, data: { userId: accountId } }),
    db().drillAttempt.updateMany({ where: { userId: guestId }, data: { userId: accountId } }),
    db().modelCall.updateMany({ where: { userId: guestId }, data: { userId: accountId } }),
    db().$executeRaw`UPDATE "Card" SET "userId" = ${accountId} WHERE "userId" = ${guestId}
      AND "key" NOT IN (SELECT "key" FROM "Card" WHERE "userId" = ${accountId})`,
    db().$executeRaw`UPDATE "Goal" SET "userId" = ${accountId} WHERE "userId" = ${guestId}
      AND NOT EXISTS (SELECT 1 FROM "Goal" WHERE "userId" = ${accountId})`,
    db().user.deleteMany({ where: { id: guestId, isAnonymous: true } }),
  ]);
}
