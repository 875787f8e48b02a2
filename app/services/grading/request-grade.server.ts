import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";
import { db } from "#app/db/client.server.ts";
import { outsideAssessments } from "#app/services/interview/outside-assessments.server.ts";
import { canUseModel, graderFor } from "#app/services/model/account-for.server.ts";
import { ofTheSession } from "./counted-grade.server.ts";
import { enqueueGrade, queueGrade } from "./queue-grade.server.ts";

export type RequestedGrade =
  { ok: true; gradeId: string } | { ok: false; reason: "unfinished" | "already_grading" | "no_key" };

/** Has a finished session graded again; earlier grades stay. Null when the session is absent or not the viewer's. */
export async function requestGrade(
  viewer: Viewer,
  { sessionId, grader: asked }: { sessionId: string; grader?: GraderName },
): Promise<RequestedGrade | null> {
  const requested = await db().$transaction(async (tx): Promise<RequestedGrade | null> => {
    // Of two clicks at once the second waits here, and finds the grade that the first has asked for.
    await tx.$queryRaw`SELECT "id" FROM "Session" WHERE "id" = ${sessionId} FOR NO KEY UPDATE`;
    const session = await tx.session.findFirst({
      where: { ...outsideAssessments, id: sessionId, userId: viewer.id },
      include: { grades: { where: { ...ofTheSession, status: { in: ["queued", "grading"] } } } },
    });
    if (!session) return null;
    if (session.phase !== "finished") return { ok: false, reason: "unfinished" };
    if (session.grades.length > 0) return { ok: false, reason: "already_grading" };
    const grader = asked ?? (await graderFor(session, { reader: tx }));
    if (grader === "anthropic" && !(await canUseModel(session, { reader: tx }))) return { ok: false, reason: "no_key" };
    return { ok: true, gradeId: await queueGrade(tx, session, { grader }) };
  });
  if (requested?.ok) await enqueueGrade(requested.gradeId);
  return requested;
}
