import type { ResultsSort } from "#app/domain/hiring/results.ts";
import type { Criterion } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { Prisma } from "#app/db/generated/client.ts";

export type ResultsRow = { candidacyId: string; code: string; sessionId: string };

type Place = { assessmentId: string; partId: string; viewerId: string };

type Wanted = Place & {
  sort: ResultsSort;
  criteria: readonly Pick<Criterion, "id" | "weight">[];
  after: string | null;
  take: number;
};

const columns = Prisma.sql`c."id" AS "candidacyId", c."code", s."id" AS "sessionId"`;

/** Whoever has handed the part in, and has not withdrawn. Nobody sees their own here. */
function handedIn({ assessmentId, partId, viewerId }: Place): Prisma.Sql {
  return Prisma.sql`FROM "Candidacy" c
    JOIN "Session" s ON s."candidacyId" = c."id" AND s."partId" = ${partId} AND s."reviewState" IS NOT NULL
    WHERE c."assessmentId" = ${assessmentId} AND c."withdrawnAt" IS NULL AND c."userId" <> ${viewerId}`;
}

/** A figure to sort by, the least first; of a session that is not complete no level takes part in it. */
function keyOf({ sort, criteria }: Pick<Wanted, "sort" | "criteria">): Prisma.Sql {
  // By days, and by the code within one: the order of a day might tell who it was.
  if (sort.by === "date") {
    return Prisma.sql`-EXTRACT(EPOCH FROM date_trunc('day', COALESCE(c."handedInAt", c."acknowledgedAt")))::float`;
  }
  if (sort.by === "level") {
    const level = Prisma.sql`SELECT -l."settled"::float FROM "SessionLevel" l
      WHERE l."sessionId" = s."id" AND l."criterionId" = ${sort.criterion} AND s."reviewState" = 'complete'`;
    return Prisma.sql`COALESCE((${level}), 1)`;
  }
  const weights = Prisma.join(criteria.map(({ id, weight }) => Prisma.sql`(${id}::text, ${weight}::float)`));
  const total = Prisma.sql`SELECT CASE WHEN COUNT(l."settled") = ${criteria.length}::int THEN -SUM(l."settled" * w."weight") END
    FROM (VALUES ${weights}) AS w("id", "weight")
    JOIN "SessionLevel" l ON l."sessionId" = s."id" AND l."criterionId" = w."id" AND s."reviewState" = 'complete'`;
  return Prisma.sql`COALESCE((${total}), 1)`;
}

/** One page in the chosen order, after the candidate with the code `after`. */
export function listRows(wanted: Wanted): Promise<ResultsRow[]> {
  const { sort, after, take } = wanted;
  if (sort.by === "code") {
    const beyond = after === null ? Prisma.empty : Prisma.sql`AND c."code" > ${after}`;
    return db().$queryRaw`SELECT ${columns} ${handedIn(wanted)} ${beyond} ORDER BY c."code" LIMIT ${take}`;
  }
  const listed = Prisma.sql`SELECT ${columns}, ${keyOf(wanted)} AS "key" ${handedIn(wanted)}`;
  const beyond =
    after === null
      ? Prisma.empty
      : Prisma.sql`WHERE (l."key", l."code") > (SELECT a."key", a."code" FROM listed a WHERE a."code" = ${after})`;
  return db().$queryRaw`WITH listed AS (${listed})
    SELECT l."candidacyId", l."code", l."sessionId" FROM listed l ${beyond} ORDER BY l."key", l."code" LIMIT ${take}`;
}

/** Those with certain codes, in the order of the codes. */
export function findRows(place: Place, codes: readonly string[]): Promise<ResultsRow[]> {
  if (codes.length === 0) return Promise.resolve([]);
  const among = Prisma.sql`AND c."code" IN (${Prisma.join([...codes])})`;
  return db().$queryRaw`SELECT ${columns} ${handedIn(place)} ${among} ORDER BY c."code"`;
}
