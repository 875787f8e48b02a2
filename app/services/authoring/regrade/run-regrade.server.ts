import { nextInLane } from "#app/domain/authoring/regrade.ts";
import { db } from "#app/db/client.server.ts";
import { runGrade } from "#app/services/grading/run-grade.server.ts";
import { endRegrade, enqueueRegradeOf, listGradesOf } from "./enqueue-regrade.server.ts";

/**
 * Makes one grade of a regrade and asks for the next. May run again after a crash: a grade that has ended is left as it
 * is, and the next is asked for once however often that is done.
 */
export async function runRegrade(gradeId: string): Promise<void> {
  const grade = await db().grade.findUnique({ where: { id: gradeId }, select: { regradeId: true } });
  const regradeId = grade?.regradeId;
  if (!regradeId) return;
  await db().regrade.updateMany({ where: { id: regradeId, status: "queued" }, data: { status: "running" } });
  await runGrade(gradeId);
  const next = nextInLane(await listGradesOf(regradeId), gradeId);
  if (next) await enqueueRegradeOf(next);
  else await endRegrade(regradeId);
}
