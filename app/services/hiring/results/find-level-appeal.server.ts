import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { Prisma } from "#app/db/generated/client.ts";

export type AppealAt = { organisation: string; appealId: string };

const needed = {
  session: {
    select: {
      id: true,
      scenarioHash: true,
      late: true,
      candidacy: { select: { id: true, code: true, assessment: { select: { id: true, name: true } } } },
    },
  },
} satisfies Prisma.LevelAppealInclude;

/**
 * A candidate's appeal that the viewer may answer: as a member who may adjudicate, and who has neither reviewed the session
 * nor changed a level of it. Null otherwise.
 */
export async function findLevelAppeal(
  on: Prisma.TransactionClient,
  viewer: Viewer,
  { organisation, appealId }: AppealAt,
) {
  const membership = findMembership(viewer, organisation, "adjudicate");
  if (membership === null) return null;
  const appeal = await on.levelAppeal.findFirst({
    where: {
      id: appealId,
      session: {
        organisationId: membership.organisationId,
        reviewState: "complete",
        userId: { not: viewer.id },
        candidacy: { is: { withdrawnAt: null } },
        reviews: { none: { reviewerId: viewer.id } },
        // A change that answers an appeal is no part in the level that was contested.
        levelChanges: { none: { byId: viewer.id, appealId: null } },
      },
    },
    include: needed,
  });
  const candidacy = appeal?.session.candidacy;
  return appeal && candidacy ? { membership, appeal, candidacy } : null;
}
