import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { findAuthored, type WantedAuthored } from "../find-authored.server.ts";

/**
 * Stops a regrade: what is made stays, what is being made is finished, and what waits is not made. Null where there is no
 * such regrade and for whoever may not; false where it had ended before.
 */
export async function cancelRegrade(
  viewer: Viewer,
  { regradeId, ...wanted }: WantedAuthored & { regradeId: string },
): Promise<boolean | null> {
  const found = await findAuthored(viewer, { ...wanted, action: "regrade" });
  if (!found) return null;
  const scenarioId = found.authored.id;
  const regrade = await db().regrade.findFirst({ where: { id: regradeId, scenarioId }, select: { id: true } });
  if (!regrade) return null;
  const now = new Date();
  return db().$transaction(async (tx) => {
    const { count } = await tx.regrade.updateMany({
      where: { id: regradeId, status: { in: ["queued", "running"] } },
      data: { status: "cancelled", finishedAt: now },
    });
    if (count === 0) return false;
    const message = "The regrade was stopped before this session was graded again.";
    await tx.grade.updateMany({
      where: { regradeId, status: "queued" },
      data: { status: "ungraded", reason: "cancelled", message, finishedAt: now },
    });
    return true;
  });
}
