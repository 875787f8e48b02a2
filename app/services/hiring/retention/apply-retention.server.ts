import { db } from "#app/db/client.server.ts";
import { log } from "#app/log.server.ts";
import { deleteCandidacy } from "./delete-candidacy.server.ts";
import { deleteOldInvitations } from "./delete-old-invitations.server.ts";
import { enqueueNextRetention } from "./enqueue-retention.server.ts";
import { measureAfter } from "./measure-after.server.ts";

const batch = 100;

type Due = { id: string; deleteAt: Date };

async function listDue(now: Date, after: Due | undefined): Promise<Due[]> {
  return db().candidacy.findMany({
    where: {
      deleteAt: { lte: now },
      ...(after && { OR: [{ deleteAt: { gt: after.deleteAt } }, { deleteAt: after.deleteAt, id: { gt: after.id } }] }),
    },
    orderBy: [{ deleteAt: "asc" }, { id: "asc" }],
    select: { id: true, deleteAt: true },
    take: batch,
  });
}

/** In a transaction of its own, so that nobody waits long. What cannot be deleted now is tried again in an hour. */
async function deleteOne({ id }: Due, now: Date): Promise<void> {
  try {
    const deleted = await db().$transaction(async (tx) => {
      const stillDue = await tx.candidacy.count({ where: { id, deleteAt: { lte: now } } });
      return stillDue === 0 ? null : deleteCandidacy(tx, null, { candidacyId: id, because: "retention", now });
    });
    await measureAfter(deleted);
  } catch (error) {
    log().error({ err: error, candidacyId: id }, "a candidacy whose time has come was not deleted");
  }
}

/**
 * Deletes every candidacy whose time has come, and says in the audit log what it deleted. May run twice or at the same
 * time elsewhere: what is gone is left alone. The next hour is asked for first, so that a fault does not end the chain.
 */
export async function applyRetention(now = new Date()): Promise<void> {
  await enqueueNextRetention(now);
  let due = await listDue(now, undefined);
  while (due.length > 0) {
    for (const one of due) await deleteOne(one, now);
    due = await listDue(now, due.at(-1));
  }
  await deleteOldInvitations(now);
}
