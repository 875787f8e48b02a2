import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { GraderNameSchema } from "#app/domain/grading/grade.ts";
import { db } from "#app/db/client.server.ts";
import { enqueueGrade, queueGrade } from "#app/services/grading/queue-grade.server.ts";

export type PursuedAppeal = { ok: true } | { ok: false; reason: "not_failed" };

/**
 * Goes on with an appeal whose regrade did not succeed: the same grader once more, or a person instead. Null when the
 * appeal is absent or not of the viewer's session.
 */
export async function pursueAppeal(
  viewer: Viewer,
  { sessionId, appealId, by }: { sessionId: string; appealId: string; by: "grader" | "person" },
): Promise<PursuedAppeal | null> {
  const pursued = await db().$transaction(async (tx) => {
    // Of two clicks at once the second waits here, and finds what the first has set going.
    await tx.$queryRaw`SELECT "id" FROM "Session" WHERE "id" = ${sessionId} FOR NO KEY UPDATE`;
    const appeal = await tx.appeal.findFirst({
      where: { id: appealId, sessionId, session: { userId: viewer.id } },
      include: { session: true, regrades: { orderBy: { createdAt: "desc" }, take: 1 } },
    });
    if (!appeal) return null;
    const [newest] = appeal.regrades;
    if (appeal.status !== "regrading" || newest?.status !== "ungraded") {
      return { ok: false, reason: "not_failed" } as const;
    }
    if (by === "person") {
      await tx.appeal.update({ where: { id: appealId }, data: { status: "waiting" } });
      return { ok: true, gradeId: null } as const;
    }
    const grader = GraderNameSchema.parse(newest.grader);
    return { ok: true, gradeId: await queueGrade(tx, appeal.session, { grader, appealId }) } as const;
  });
  if (!pursued?.ok) return pursued;
  if (pursued.gradeId !== null) await enqueueGrade(pursued.gradeId);
  return { ok: true };
}
