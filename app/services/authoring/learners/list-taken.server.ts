import { mayAs } from "#app/domain/accounts/permissions.ts";
import { readRoles, roles } from "#app/domain/accounts/roles.ts";
import type { TakenSession } from "#app/domain/authoring/learners/learner-figures.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";
import { db } from "#app/db/client.server.ts";
import { outsideAssessmentsSql } from "#app/services/interview/outside-assessments.server.ts";
import type { FoundAuthored } from "../find-authored.server.ts";

/** A session at a scenario with the newest grade of its own. */
export type TakenRow = TakenSession & {
  startedAt: Date;
  finishedAt: Date | null;
  gradeId: string | null;
  grader: GraderName | null;
};

/** Figures are over the newest of so many. */
export const mostTaken = 2_000;

/** Whoever writes scenarios has seen the rubric: their attempts say nothing of how learners do. */
async function listAuthors(organisationId: string): Promise<Set<string>> {
  const writing = roles.filter((role) => mayAs([role], "write_scenario"));
  const members = await db().member.findMany({
    where: { organisationId, roles: { hasSome: writing } },
    select: { userId: true, roles: true },
  });
  return new Set(members.filter((each) => mayAs(readRoles(each.roles), "write_scenario")).map(({ userId }) => userId));
}

type StoredRow = Omit<TakenRow, "number"> & { scenarioHash: string };

/** The same text can be published twice: a session counts for the newest version with its text that was there. */
async function openVersions(scenarioId: string): Promise<(row: StoredRow) => number | null> {
  const versions = await db().publishedVersion.findMany({
    where: { scenarioId },
    orderBy: { number: "desc" },
    select: { number: true, hash: true, publishedAt: true },
  });
  return ({ scenarioHash, startedAt }) => {
    const own = versions.filter(({ hash }) => hash === scenarioHash);
    return (own.find(({ publishedAt }) => publishedAt <= startedAt) ?? own[0])?.number ?? null;
  };
}

/** The newest sessions at a scenario, and how many of them are left out because authors took them. */
export async function listTaken({
  authored,
  address,
}: FoundAuthored): Promise<{ sessions: TakenRow[]; byAuthors: number; isCut: boolean }> {
  const { id, organisationId } = authored;
  const [rows, numberOf, authors] = await Promise.all([
    db().$queryRaw<StoredRow[]>`
      SELECT s."id", s."userId", s."phase" = 'finished' AS "isFinished", s."startedAt", s."finishedAt",
        s."scenarioHash", g."id" AS "gradeId", g."grader", g."score"
      FROM "Session" s
      LEFT JOIN LATERAL (
        SELECT g."id", g."grader", g."score" FROM "Grade" g
        WHERE g."sessionId" = s."id" AND g."status" = 'graded' AND g."appealId" IS NULL AND g."regradeId" IS NULL
        ORDER BY g."createdAt" DESC LIMIT 1) g ON true
      WHERE s."organisationId" = ${organisationId} AND s."slug" = ${address} AND ${outsideAssessmentsSql}
      ORDER BY s."startedAt" DESC, s."id" DESC LIMIT ${mostTaken}`,
    openVersions(id),
    listAuthors(organisationId),
  ]);
  const sessions = rows.filter(({ userId }) => !authors.has(userId)).map((row) => ({ ...row, number: numberOf(row) }));
  return { sessions, byAuthors: rows.length - sessions.length, isCut: rows.length === mostTaken };
}
