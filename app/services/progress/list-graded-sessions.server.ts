import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { GradeResultSchema, GraderNameSchema, type GradeResult, type GraderName } from "#app/domain/grading/grade.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";

export type GradedSession = {
  sessionId: string;
  scenario: Scenario;
  rubricHash: string;
  finishedAt: Date;
  grader: GraderName;
  result: GradeResult;
  turns: Turn[];
};

/** The viewer's finished sessions that have a grade, each with its newest, oldest session first. */
export async function listGradedSessions(
  viewer: Viewer,
  where: Prisma.SessionWhereInput = {},
): Promise<GradedSession[]> {
  const sessions = await db().session.findMany({
    where: { ...where, userId: viewer.id, phase: "finished", grades: { some: { status: "graded" } } },
    orderBy: { finishedAt: "asc" },
    include: {
      scenarioVersion: true,
      turns: { orderBy: { seq: "asc" } },
      grades: { where: { status: "graded" }, orderBy: { createdAt: "desc" }, take: 1 },
    },
  });
  return sessions.flatMap((session) => {
    const grade = session.grades[0];
    if (!grade) return [];
    return [
      {
        sessionId: session.id,
        scenario: readVersion(session.scenarioVersion),
        rubricHash: grade.rubricHash,
        finishedAt: session.finishedAt ?? session.startedAt,
        grader: GraderNameSchema.parse(grade.grader),
        result: GradeResultSchema.parse(grade.result),
        turns: session.turns,
      },
    ];
  });
}
