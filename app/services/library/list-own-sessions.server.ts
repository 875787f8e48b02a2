import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { GradeResultSchema } from "#app/domain/grading/grade.ts";
import { countedResult, type PersonLevels } from "#app/domain/grading/scorecard/person-levels.ts";
import { questionsInAll } from "#app/domain/interview/session.ts";
import { BandSchema, type Band } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import type { Grade, Prisma } from "#app/db/generated/client.ts";
import { answeredByPerson, levelsByPerson } from "#app/services/appeals/levels-by-person.server.ts";
import { countedGrade } from "#app/services/grading/counted-grade.server.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";
import { outsideAssessments } from "#app/services/interview/outside-assessments.server.ts";

export type OwnScore = { score: number; band: Band };

/** A score is made anew, which takes the rubric, only where a person has given a level since. */
async function scoreOf(scenarioHash: string, grade: Grade, people: PersonLevels): Promise<OwnScore> {
  if (Object.keys(people).length === 0) return { score: grade.score ?? 0, band: BandSchema.parse(grade.band) };
  const { rubric } = await getVersion(scenarioHash);
  const { score, band } = countedResult(rubric, GradeResultSchema.parse(grade.result), people);
  return { score, band };
}

/**
 * The viewer's sessions outside assessments, newest first, each with its turns, how many questions it has at most, and the score of its newest
 * grade that succeeded, if any.
 */
export async function listOwnSessions(viewer: Viewer | null, where: Prisma.SessionWhereInput = {}) {
  if (!viewer) return [];
  const sessions = await db().session.findMany({
    where: { ...where, ...outsideAssessments, userId: viewer.id },
    orderBy: { startedAt: "desc" },
    include: {
      turns: { orderBy: { seq: "asc" } },
      grades: { where: countedGrade, orderBy: { createdAt: "desc" }, take: 1 },
      appeals: answeredByPerson,
    },
  });
  return Promise.all(
    sessions.map(async ({ grades: [grade], appeals, ...session }) => ({
      ...session,
      questionsInAll: questionsInAll(await getVersion(session.scenarioHash)),
      scored: grade ? await scoreOf(session.scenarioHash, grade, levelsByPerson(appeals)) : null,
    })),
  );
}

export type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number];
