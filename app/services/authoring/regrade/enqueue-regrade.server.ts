import { firstInLanes } from "#app/domain/authoring/regrade.ts";
import { db } from "#app/db/client.server.ts";
import type { Grade } from "#app/db/generated/client.ts";
import { enqueueJob } from "#app/db/jobs.server.ts";

// A regrade is a job for each of its grades, and each job asks for the one after it. They never fill the workers that
// make the grades candidates wait for; and a process that is killed leaves at most one job unfinished in each lane.

function isEnded({ status }: Pick<Grade, "status">): boolean {
  return status === "graded" || status === "ungraded";
}

/** In the order in which they are made. */
export async function listGradesOf(regradeId: string): Promise<{ id: string; isEnded: boolean }[]> {
  const grades = await db().grade.findMany({
    where: { regradeId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, status: true },
  });
  return grades.map(({ id, status }) => ({ id, isEnded: isEnded({ status }) }));
}

export async function enqueueRegradeOf(gradeId: string): Promise<void> {
  await enqueueJob("run-regrade", { gradeId }, { singletonKey: gradeId });
}

export async function enqueueRegrade(regradeId: string): Promise<void> {
  for (const gradeId of firstInLanes(await listGradesOf(regradeId))) await enqueueRegradeOf(gradeId);
}

/** Ends a regrade of which nothing is left to make. */
export async function endRegrade(regradeId: string): Promise<void> {
  await db().regrade.updateMany({
    where: {
      id: regradeId,
      status: { in: ["queued", "running"] },
      grades: { none: { status: { in: ["queued", "grading"] } } },
    },
    data: { status: "done", finishedAt: new Date() },
  });
}

/** Called at start: what a process that ended has left behind goes on. */
export async function enqueueForgottenRegrades(): Promise<void> {
  const forgotten = await db().regrade.findMany({
    where: { OR: [{ status: { in: ["queued", "running"] } }, { grades: { some: { status: "grading" } } }] },
    select: { id: true },
  });
  for (const { id } of forgotten) {
    await enqueueRegrade(id);
    await endRegrade(id);
  }
}
