import type { PersonLevels } from "#app/domain/grading/scorecard/person-levels.ts";
import { ReviewLevelsSchema } from "#app/domain/review/review.ts";
import type { Prisma } from "#app/db/generated/client.ts";

/** To be read with a session whose levels are shown. */
export const answeredByPerson = {
  where: { review: { isNot: null } },
  orderBy: { answeredAt: "asc" },
  select: { review: { select: { levels: true } } },
} satisfies Prisma.Session$appealsArgs;

/** The levels people gave in answer to appeals; a criterion has at most one, and the newest counts. */
export function levelsByPerson(appeals: readonly { review: { levels: unknown } | null }[]): PersonLevels {
  const given = appeals.flatMap(({ review }) => (review ? [ReviewLevelsSchema.parse(review.levels)] : []));
  return Object.assign({}, ...given) as PersonLevels;
}
