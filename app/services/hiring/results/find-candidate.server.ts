import type { Action } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { findAssessment, type AssessmentRow } from "#app/services/hiring/assessments/find-assessment.server.ts";

/** `code` is all that names the candidate in an address. */
export type CandidateAt = { organisation: string; assessment: string; code: string };

const shown = {
  sessions: {
    where: { reviewState: { not: null } },
    select: { id: true, partId: true, scenarioHash: true, reviewState: true, reviewsGiven: true },
  },
} satisfies Prisma.CandidacyInclude;

export type CandidacyRow = Prisma.CandidacyGetPayload<{ include: typeof shown }>;

export type FoundCandidate = {
  membership: Membership;
  assessment: AssessmentRow;
  candidacy: CandidacyRow;
  /** Whether everything that was handed in has its levels: only then may a name stand beside them. */
  isComplete: boolean;
};

/** Somebody who has handed in and not withdrawn, by the code. Null for whoever may not, and for one's own candidacy. */
export async function findCandidate(
  viewer: Viewer,
  { organisation, assessment, code, action }: CandidateAt & { action: Action },
): Promise<FoundCandidate | null> {
  const found = await findAssessment(viewer, { organisation, assessment, action });
  if (found === null) return null;
  const candidacy = await db().candidacy.findFirst({
    where: {
      assessmentId: found.assessment.id,
      code,
      withdrawnAt: null,
      handedInAt: { not: null },
      userId: { not: viewer.id },
    },
    include: shown,
  });
  if (candidacy === null || candidacy.sessions.length === 0) return null;
  return { ...found, candidacy, isComplete: candidacy.sessions.every(({ reviewState }) => reviewState === "complete") };
}

/** The session at a part, by the part's place. */
export function sessionAt({ assessment, candidacy }: FoundCandidate, position: number) {
  const part = assessment.parts.find((each) => each.position === position);
  return candidacy.sessions.find(({ partId }) => part !== undefined && partId === part.id) ?? null;
}
