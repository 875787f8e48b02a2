import type { GraderName } from "#app/domain/grading/grade.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma, Session } from "#app/db/generated/client.ts";
import { enqueueJob } from "#app/db/jobs.server.ts";
import { graderFor } from "#app/services/model/account-for.server.ts";

/** Writes the grade that is to be made, in the caller's transaction; `enqueueGrade` then has it made. */
export async function queueGrade(
  tx: Prisma.TransactionClient,
  session: Pick<Session, "id" | "scenarioHash" | "organisationId" | "userId" | "candidacyId">,
  { grader: asked, appealId = null }: { grader?: GraderName; appealId?: string | null } = {},
): Promise<string> {
  const { rubricHash } = await tx.scenarioVersion.findUniqueOrThrow({ where: { hash: session.scenarioHash } });
  const grader = asked ?? (await graderFor(session, { reader: tx }));
  const { id } = await tx.grade.create({ data: { sessionId: session.id, grader, rubricHash, appealId } });
  return id;
}

export async function enqueueGrade(gradeId: string): Promise<void> {
  await enqueueJob("grade-session", { gradeId }, { singletonKey: gradeId });
}

/**
 * A process may end between writing a grade and asking for its job: called at start, for what was left behind. Grades of a
 * regrade are made in their own order.
 */
export async function enqueueForgottenGrades(): Promise<void> {
  const forgotten = await db().grade.findMany({
    where: { status: { in: ["queued", "grading"] }, regradeId: null },
    select: { id: true },
  });
  for (const { id } of forgotten) await enqueueGrade(id);
}
