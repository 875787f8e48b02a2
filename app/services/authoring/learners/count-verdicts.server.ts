import type { VerdictCount } from "#app/domain/authoring/learners/learner-figures.ts";
import { db } from "#app/db/client.server.ts";

type Row = VerdictCount & { isRedFlag: boolean };

/** How often each verdict was given to each check and red flag, counted where the grades lie. */
export async function countVerdicts(
  gradeIds: readonly string[],
): Promise<{ verdicts: VerdictCount[]; flags: Set<string> }> {
  if (gradeIds.length === 0) return { verdicts: [], flags: new Set() };
  const rows = await db().$queryRaw<Row[]>`
    SELECT i."item"->>'id' AS "id", i."item"->>'verdict' AS "verdict", i."isRedFlag", count(*)::int AS "count"
    FROM "Grade" g
    CROSS JOIN LATERAL jsonb_array_elements(g."result"->'criteria') AS c("criterion")
    CROSS JOIN LATERAL (
      SELECT jsonb_array_elements(c."criterion"->'checks') AS "item", false AS "isRedFlag"
      UNION ALL
      SELECT jsonb_array_elements(c."criterion"->'redFlags'), true) i
    WHERE g."id" = ANY(${[...gradeIds]})
    GROUP BY 1, 2, 3`;
  return { verdicts: rows, flags: new Set(rows.filter(({ isRedFlag }) => isRedFlag).map(({ id }) => id)) };
}
