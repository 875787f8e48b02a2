import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { DrillResultSchema, orderDrills, type PastAttempt } from "#app/domain/practice/drill.ts";
import { db } from "#app/db/client.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";

/** The viewer's ended drills, oldest first. */
export async function listPastDrills(viewer: Viewer): Promise<PastAttempt[]> {
  const attempts = await db().drillAttempt.findMany({
    where: { userId: viewer.id, endedAt: { not: null } },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
  return attempts.map(({ drillId, startedAt, result }) => ({
    drillId,
    at: startedAt.toISOString(),
    outcome: DrillResultSchema.parse(result).outcome,
  }));
}

/**
 * Starts the next drill, whose minute begins now; one that was begun and not answered goes on instead, with the time it has
 * used up. Null where there are no drills.
 */
export async function startDrill(viewer: Viewer, now = new Date()): Promise<{ attemptId: string } | null> {
  const [{ drills }, past] = await Promise.all([loadLibrary(), listPastDrills(viewer)]);
  const [next] = orderDrills(drills, past, viewer.id);
  if (!next) return null;
  return db().$transaction(async (tx) => {
    // Of two clicks at once the second waits here, and finds the drill that the first has started.
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${viewer.id} FOR NO KEY UPDATE`;
    const known = drills.map(({ id }) => id);
    const open = await tx.drillAttempt.findFirst({
      where: { userId: viewer.id, endedAt: null, drillId: { in: known } },
      orderBy: { startedAt: "desc" },
    });
    if (open) return { attemptId: open.id };
    const { id } = await tx.drillAttempt.create({ data: { userId: viewer.id, drillId: next.id, startedAt: now } });
    return { attemptId: id };
  });
}
