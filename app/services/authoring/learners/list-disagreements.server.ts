import {
  compareGraders,
  compareWithPeople,
  type CheckDisagreement,
  type CriterionDisagreement,
  type GradedTwice,
  type ReadByPerson,
} from "#app/domain/authoring/learners/disagreements.ts";
import { GradeResultSchema, type CriterionResult } from "#app/domain/grading/grade.ts";
import { ReviewLevelsSchema } from "#app/domain/review/review.ts";
import type { Rubric } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import type { TakenRow } from "./list-taken.server.ts";

export type DisagreementsView = {
  graders: { interviews: number; checks: CheckDisagreement[] };
  people: { interviews: number; criteria: CriterionDisagreement[] };
};

/** Each holds a whole grade: the newest are enough to see where graders differ. */
const mostCompared = 150;

type Row = { sessionId: string; grader: string; criteria: unknown };

const CriteriaSchema = GradeResultSchema.shape.criteria;

const readCriteria = (stored: unknown): CriterionResult[] => CriteriaSchema.safeParse(stored).data ?? [];

/** Also a grade that was made for an appeal is one by that grader on that interview. */
async function listGradedTwice(sessionIds: readonly string[]): Promise<GradedTwice[]> {
  const rows = await db().$queryRaw<Row[]>`
    WITH "both" AS (
      SELECT g."sessionId" FROM "Grade" g
      WHERE g."sessionId" = ANY(${[...sessionIds]}) AND g."status" = 'graded' AND g."regradeId" IS NULL
      GROUP BY g."sessionId" HAVING count(DISTINCT g."grader") > 1
      ORDER BY max(g."createdAt") DESC LIMIT ${mostCompared})
    SELECT DISTINCT ON (g."sessionId", g."grader") g."sessionId", g."grader", g."result"->'criteria' AS "criteria"
    FROM "Grade" g JOIN "both" b ON b."sessionId" = g."sessionId"
    WHERE g."status" = 'graded' AND g."regradeId" IS NULL
    ORDER BY g."sessionId", g."grader", g."createdAt" DESC`;
  const of = (sessionId: string, grader: string) =>
    readCriteria(rows.find((row) => row.sessionId === sessionId && row.grader === grader)?.criteria);
  return [...new Set(rows.map(({ sessionId }) => sessionId))].map((sessionId) => ({
    sessionId,
    offline: of(sessionId, "offline"),
    anthropic: of(sessionId, "anthropic"),
  }));
}

/** Levels that people gave, in reviews and in answers to appeals, beside the grade that counts. */
async function listReadByPeople(sessions: readonly TakenRow[]): Promise<ReadByPerson[]> {
  const gradeOf = new Map(sessions.flatMap(({ id, gradeId }) => (gradeId === null ? [] : [[id, gradeId] as const])));
  const reviews = await db().review.findMany({
    where: { sessionId: { in: [...gradeOf.keys()] } },
    orderBy: { createdAt: "desc" },
    take: mostCompared,
    select: { sessionId: true, levels: true },
  });
  const gradeIds = reviews.flatMap(({ sessionId }) => gradeOf.get(sessionId) ?? []);
  const grades = await db().grade.findMany({
    where: { id: { in: gradeIds } },
    select: { sessionId: true, result: true },
  });
  const criteriaOf = new Map(
    grades.map(({ sessionId, result }) => [sessionId, GradeResultSchema.safeParse(result).data?.criteria ?? []]),
  );
  return reviews.map(({ sessionId, levels }) => ({
    sessionId,
    grade: criteriaOf.get(sessionId) ?? [],
    levels: ReviewLevelsSchema.parse(levels),
  }));
}

export async function listDisagreements(
  rubric: Rubric | null,
  sessions: readonly TakenRow[],
): Promise<DisagreementsView> {
  if (sessions.length === 0) return { graders: { interviews: 0, checks: [] }, people: { interviews: 0, criteria: [] } };
  const [twice, read] = await Promise.all([listGradedTwice(sessions.map(({ id }) => id)), listReadByPeople(sessions)]);
  return {
    graders: { interviews: twice.length, checks: compareGraders(rubric, twice) },
    people: {
      interviews: new Set(read.map(({ sessionId }) => sessionId)).size,
      criteria: compareWithPeople(rubric, read),
    },
  };
}
