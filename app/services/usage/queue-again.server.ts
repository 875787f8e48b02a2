import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { enqueueRegrade } from "#app/services/authoring/regrade/enqueue-regrade.server.ts";
import { enqueueGrade } from "#app/services/grading/queue-grade.server.ts";

/** Whether it is still wanted. A regrade that has ended goes on; what was stopped, or answered otherwise, does not. */
async function isOpen(
  tx: Prisma.TransactionClient,
  { appealId, regradeId }: { appealId: string | null; regradeId: string | null },
): Promise<boolean> {
  if (regradeId !== null) {
    const { count } = await tx.regrade.updateMany({
      where: { id: regradeId, status: { not: "cancelled" } },
      data: { status: "queued", finishedAt: null },
    });
    return count > 0;
  }
  return appealId === null || (await tx.appeal.count({ where: { id: appealId, status: "regrading" } })) > 0;
}

/** A new grade in place of one that was not made, unless there is a newer one by now. */
async function queue(tx: Prisma.TransactionClient, gradeId: string) {
  const { sessionId, appealId, regradeId, grader, rubricHash, scenarioHash, requestedById } =
    await tx.grade.findUniqueOrThrow({ where: { id: gradeId } });
  // Of two processes that take up the same one the second waits here, and finds a newer grade.
  await tx.$queryRaw`SELECT 1 FROM "Session" WHERE "id" = ${sessionId} FOR NO KEY UPDATE`;
  const newest = await tx.grade.findFirst({
    where: { sessionId, appealId, regradeId },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  if (newest?.id !== gradeId || !(await isOpen(tx, { appealId, regradeId }))) return null;
  return tx.grade.create({
    data: { sessionId, appealId, regradeId, grader, rubricHash, scenarioHash, requestedById },
  });
}

/** Has a grade made that waited, for whatever it was asked for: a session, an appeal or a regrade. */
export async function queueAgain(gradeId: string): Promise<void> {
  const queued = await db().$transaction((tx) => queue(tx, gradeId));
  if (queued === null) return;
  await (queued.regradeId === null ? enqueueGrade(queued.id) : enqueueRegrade(queued.regradeId));
}
