import { findMembership, type Action } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";

/** `organisation` is a handle or an id. */
export type WantedAssessment = { organisation: string; assessment: string };

const withParts = { parts: { orderBy: { position: "asc" } } } satisfies Prisma.AssessmentInclude;

export type AssessmentRow = Prisma.AssessmentGetPayload<{ include: typeof withParts }>;
export type FoundAssessment = { membership: Membership; assessment: AssessmentRow };

type Reader = Pick<Prisma.TransactionClient, "assessment">;
type Wanted = WantedAssessment & { action: Action };

async function find(on: Reader, membership: Membership | null, id: string): Promise<FoundAssessment | null> {
  if (membership === null) return null;
  const { organisationId } = membership;
  const assessment = await on.assessment.findFirst({ where: { id, organisationId }, include: withParts });
  return assessment && { membership, assessment };
}

/** An assessment of an organisation with its parts. Null where it is absent, and for whoever may not do `action` there. */
export async function findAssessment(
  viewer: Viewer | null,
  { organisation, assessment, action }: Wanted,
): Promise<FoundAssessment | null> {
  return find(db(), findMembership(viewer, organisation, action), assessment);
}

/**
 * Does something to an assessment in a transaction, as somebody who may at that moment: whoever changes it, opens it,
 * closes it or lets somebody in waits for its end.
 */
export async function holdAssessment<Done>(
  viewer: Viewer,
  { organisation, assessment, action }: Wanted,
  work: (tx: Prisma.TransactionClient, found: FoundAssessment) => Promise<Done | null>,
): Promise<Done | null> {
  return holdMembership(viewer, { organisation, action }, async (tx, membership) => {
    await tx.$queryRaw`SELECT "id" FROM "Assessment" WHERE "id" = ${assessment} FOR UPDATE`;
    const found = await find(tx, membership, assessment);
    return found && work(tx, found);
  });
}
