import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { Prisma } from "#app/db/generated/client.ts";

/** What a decision about reviewing needs to know of a session; nothing that tells who the candidate is. */
export const reviewedFields = {
  id: true,
  organisationId: true,
  scenarioHash: true,
  reviewState: true,
  reviewsGiven: true,
  candidacyId: true,
  candidacy: { select: { code: true, assessmentId: true, assessment: { select: { reviewersPerSession: true } } } },
} satisfies Prisma.SessionSelect;

/** Sessions of an organisation's assessments that were handed in, by somebody else who has not withdrawn. */
export function reviewedBy(viewer: Viewer, organisationId: string) {
  return {
    organisationId,
    userId: { not: viewer.id },
    reviewState: { not: null },
    candidacy: { is: { withdrawnAt: null } },
  } satisfies Prisma.SessionWhereInput;
}

export type ReviewedSession = Prisma.SessionGetPayload<{ select: typeof reviewedFields }>;

type Wanted = { organisationId: string; sessionId: string };

/** Of several who decide about one session each waits for the one before. Null where there is none for the viewer. */
export async function lockSession(
  tx: Prisma.TransactionClient,
  viewer: Viewer,
  { organisationId, sessionId }: Wanted,
): Promise<ReviewedSession | null> {
  await tx.$queryRaw`SELECT "id" FROM "Session" WHERE "id" = ${sessionId} FOR NO KEY UPDATE`;
  return tx.session.findFirst({
    where: { id: sessionId, ...reviewedBy(viewer, organisationId) },
    select: reviewedFields,
  });
}
