import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";
import { db } from "#app/db/client.server.ts";
import { env } from "#app/env.server.ts";
import { enqueueGrade, queueGrade } from "./queue-grade.server.ts";

export type RequestedGrade =
  | { ok: true; gradeId: string }
  | { ok: false; reason: "unfinished" | "already_grading" | "no_key" };

/** Has a finished session graded again; earlier grades stay. Null when the session is absent or not the viewer's. */
export async function requestGrade(
  viewer: Viewer,
  { sessionId, grader = env().grader }: { sessionId: string; grader?: GraderName },
): Promise<RequestedGrade | null> {
  const session = await db().session.findFirst({
    where: { id: sessionId, userId: viewer.id },
    include: { grades: { where: { status: { in: ["queued", "grading"] } } } },
  });
  if (!session) return null;
  if (session.phase !== "finished") return { ok: false, reason: "unfinished" };
  if (session.grades.length > 0) return { ok: false, reason: "already_grading" };
  if (grader === "anthropic" && env().anthropic.apiKey === null) return { ok: false, reason: "no_key" };
  const gradeId = await queueGrade(db(), session, grader);
  await enqueueGrade(gradeId);
  return { ok: true, gradeId };
}
