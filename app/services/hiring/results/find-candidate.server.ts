import type { Action } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma, ReviewState } from "#app/db/generated/client.ts";
import { findAssessment, type AssessmentRow } from "#app/services/hiring/assessments/find-assessment.server.ts";
import { lockCandidacy } from "#app/services/hiring/candidacy/read-progress.server.ts";

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

/** Nothing that was handed in waits for levels. */
function areComplete(handedIn: readonly { reviewState: ReviewState | null }[]): boolean {
  return handedIn.length > 0 && handedIn.every(({ reviewState }) => reviewState === "complete");
}

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
  return { ...found, candidacy, isComplete: areComplete(candidacy.sessions) };
}

/**
 * Whether there is still somebody to decide about, with their row locked: of a withdrawal, a deletion and a decision at
 * the same moment each comes before or after.
 */
export async function lockComplete(tx: Prisma.TransactionClient, candidacyId: string): Promise<boolean> {
  const locked = await lockCandidacy(tx, candidacyId);
  if (!locked || locked.candidacy.withdrawnAt !== null) return false;
  return areComplete(locked.candidacy.sessions.filter(({ reviewState }) => reviewState !== null));
}

/** The session at a part, by the part's place. */
export function sessionAt({ assessment, candidacy }: FoundCandidate, position: number) {
  const part = assessment.parts.find((each) => each.position === position);
  return candidacy.sessions.find(({ partId }) => part !== undefined && partId === part.id) ?? null;
}
