import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { GradeResultSchema, GraderNameSchema, type GradeResult, type GraderName } from "#app/domain/grading/grade.ts";
import { countedResult } from "#app/domain/grading/scorecard/person-levels.ts";
import type { Mode } from "#app/domain/interview/session.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { answeredByPerson, levelsByPerson } from "#app/services/appeals/levels-by-person.server.ts";
import { countedGrade } from "#app/services/grading/counted-grade.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { outsideAssessments } from "#app/services/interview/outside-assessments.server.ts";

export type GradedSession = {
  sessionId: string;
  scenario: Scenario;
  scenarioHash: string;
  mode: Mode;
  rubricHash: string;
  finishedAt: Date;
  grader: GraderName;
  /** As it counts: by calibrated levels where there are any, and by those of people. */
  result: GradeResult;
  turns: Turn[];
};

/** The viewer's finished sessions outside assessments that have a grade, each with its newest, oldest session first. */
export async function listGradedSessions(
  viewer: Viewer,
  where: Prisma.SessionWhereInput = {},
): Promise<GradedSession[]> {
  const sessions = await db().session.findMany({
    where: { ...where, ...outsideAssessments, userId: viewer.id, phase: "finished", grades: { some: countedGrade } },
    orderBy: { finishedAt: "asc" },
    include: {
      scenarioVersion: true,
      turns: { orderBy: { seq: "asc" } },
      grades: { where: countedGrade, orderBy: { createdAt: "desc" }, take: 1 },
      appeals: answeredByPerson,
    },
  });
  return sessions.flatMap((session) => {
    const grade = session.grades[0];
    if (!grade) return [];
    const scenario = readVersion(session.scenarioVersion);
    const result = GradeResultSchema.parse(grade.result);
    return [
      {
        sessionId: session.id,
        scenario,
        scenarioHash: session.scenarioHash,
        mode: session.mode,
        rubricHash: grade.rubricHash,
        finishedAt: session.finishedAt ?? session.startedAt,
        grader: GraderNameSchema.parse(grade.grader),
        result: countedResult(scenario.rubric, result, levelsByPerson(session.appeals)),
        turns: session.turns,
      },
    ];
  });
}
