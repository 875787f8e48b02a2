import { z } from "zod";
import {
  CriterionRowSchema,
  GraderRowSchema,
  PeopleRowSchema,
  ReviewerRowSchema,
  type CriterionRow,
  type GraderRow,
  type PeopleRow,
  type ReviewerRow,
} from "#app/domain/hiring/agreement/measure.ts";
import { db } from "#app/db/client.server.ts";
import { Prisma } from "#app/db/generated/client.ts";

type About = { organisationId: string; scenarioHash: string };

export type CountedLevels = {
  /** Whose reviewing is complete: no other counts anywhere. */
  sessions: number;
  criteria: CriterionRow[];
  graders: GraderRow[];
  people: PeopleRow[];
  reviewers: ReviewerRow[];
};

const completeLevels = ({ organisationId, scenarioHash }: About) => Prisma.sql`
  SELECT l.* FROM "SessionLevel" l
  JOIN "Session" s ON s."id" = l."sessionId" AND s."reviewState" = 'complete'
  WHERE l."organisationId" = ${organisationId} AND l."scenarioHash" = ${scenarioHash}`;

/** Sums over the criteria of a session, of two levels that are named `a` and `b` there. */
const pairSums = Prisma.sql`
  count(*)::int AS "levels", sum(a)::float8 AS "first", sum(b)::float8 AS "second",
  sum(a * a + b * b)::float8 AS "squares", sum((a - b) * (a - b))::float8 AS "apart", (count(*) FILTER (WHERE a = b))::int AS "exact",
  (count(*) FILTER (WHERE abs(a - b) <= 1))::int AS "withinOne"`;
const pairKeys = Prisma.sql`"levels", "first", "second", "squares", "apart", "exact", "withinOne"`;

const risingDigits = Prisma.sql`
  coalesce((SELECT string_agg(p::text, '' ORDER BY p) FROM unnest(l."people") p), '')`;

const criteria = (levels: Prisma.Sql) => Prisma.sql`
  SELECT "criterion", "grader", "graderLevel", "settled", "people", count(*)::int AS "n" FROM (
    SELECT l."criterionId" AS "criterion", l."grader", l."graderLevel", l."settled", ${risingDigits} AS "people"
    FROM (${levels}) l) c
  GROUP BY "criterion", "grader", "graderLevel", "settled", "people"`;

const graders = (levels: Prisma.Sql) => Prisma.sql`
  SELECT "grader", "month", ${pairKeys}, count(*)::int AS "n" FROM (
    SELECT min(l."grader") AS "grader", to_char(min(l."reviewedAt"), 'YYYY-MM') AS "month", ${pairSums}
    FROM (SELECT *, "graderLevel" AS a, "settled" AS b FROM (${levels}) every) l
    WHERE a IS NOT NULL AND b IS NOT NULL AND l."grader" IS NOT NULL AND l."reviewedAt" IS NOT NULL
    GROUP BY l."sessionId") p
  GROUP BY "grader", "month", ${pairKeys}`;

const people = (levels: Prisma.Sql) => Prisma.sql`
  SELECT "month", string_to_array("units", ' ') AS "units", count(*)::int AS "n" FROM (
    SELECT to_char(min("reviewedAt"), 'YYYY-MM') AS "month", string_agg("digits", ' ' ORDER BY "digits") AS "units"
    FROM (SELECT l."sessionId", l."reviewedAt", ${risingDigits} AS "digits" FROM (${levels}) l) d
    WHERE length("digits") >= 2 AND "reviewedAt" IS NOT NULL
    GROUP BY "sessionId") u
  GROUP BY "month", "units"`;

/**
 * The median of the others lies between two middles: the lower of them would make everybody seem generous. Who has no
 * account any more has no row.
 */
const reviewers = (levels: Prisma.Sql) => Prisma.sql`
  SELECT "reviewerId", ${pairKeys}, count(*)::int AS "n" FROM (
    SELECT "reviewerId", ${pairSums} FROM (
      SELECT l."sessionId", own."reviewerId", own."level" AS a,
        (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY other."level")
          FROM unnest(l."people") WITH ORDINALITY AS other("level", "place")
          WHERE other."place" <> own."place") AS b
      FROM (${levels}) l
      CROSS JOIN LATERAL unnest(l."people", l."reviewerIds") WITH ORDINALITY AS own("level", "reviewerId", "place")
      WHERE cardinality(l."people") >= 2 AND own."reviewerId" <> '') pairs
    GROUP BY "sessionId", "reviewerId") r
  GROUP BY "reviewerId", ${pairKeys}`;

/**
 * Levels as counted patterns, so that what comes after does not grow with the sessions. Without a transaction, which
 * would hold the embedded database; a session that becomes complete in between asks for another measurement anyway.
 */
export async function countLevels(about: About): Promise<CountedLevels> {
  const levels = completeLevels(about);
  const [counted] = await db().$queryRaw<{ sessions: number }[]>`
    SELECT count(DISTINCT "sessionId")::int AS "sessions" FROM (${levels}) l`;
  return {
    sessions: counted?.sessions ?? 0,
    criteria: z.array(CriterionRowSchema).parse(await db().$queryRaw(criteria(levels))),
    graders: z.array(GraderRowSchema).parse(await db().$queryRaw(graders(levels))),
    people: z.array(PeopleRowSchema).parse(await db().$queryRaw(people(levels))),
    reviewers: z.array(ReviewerRowSchema).parse(await db().$queryRaw(reviewers(levels))),
  };
}
