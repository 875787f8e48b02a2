import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { lockAuthored, type WantedAuthored } from "../find-authored.server.ts";
import { enqueueRegrade } from "./enqueue-regrade.server.ts";

/**
 * Tries those sessions of a regrade again that have no new grade, be it that grading failed or that it was stopped. Null
 * where there is no such regrade and for whoever may not; false where there is nothing to try, or one is under way.
 */
export async function retryRegrade(
  viewer: Viewer,
  { regradeId, ...wanted }: WantedAuthored & { regradeId: string },
): Promise<boolean | null> {
  const queued = await db().$transaction(async (tx) => {
    const found = await lockAuthored(tx, viewer, { ...wanted, action: "regrade" });
    if (!found) return null;
    const scenarioId = found.authored.id;
    const regrade = await tx.regrade.findFirst({
      where: { id: regradeId, scenarioId },
      include: { grades: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] } },
    });
    if (!regrade) return null;
    const running = await tx.regrade.count({ where: { scenarioId, status: { in: ["queued", "running"] } } });
    const newest = new Map(regrade.grades.map((grade) => [grade.sessionId, grade]));
    const missed = [...newest.values()].filter(({ status }) => status === "ungraded");
    if (running > 0 || missed.length === 0) return false;
    await tx.grade.createMany({
      data: missed.map(({ sessionId, grader, rubricHash, scenarioHash }) => ({
        sessionId,
        grader,
        rubricHash,
        scenarioHash,
        regradeId,
        requestedById: viewer.id,
      })),
    });
    await tx.regrade.update({ where: { id: regradeId }, data: { status: "queued", finishedAt: null } });
    return true;
  });
  if (queued) await enqueueRegrade(regradeId);
  return queued;
}
