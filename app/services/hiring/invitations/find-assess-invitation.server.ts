import { maskAddress } from "#app/domain/accounts/invitation.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { isTaking } from "#app/domain/hiring/assessment.ts";
import { assessInvitationState, type AssessInvitationState } from "#app/domain/hiring/invitation.ts";
import { db } from "#app/db/client.server.ts";
import { countAttempt, isAttemptLeft } from "#app/services/accounts/count-attempt.server.ts";
import { hashInvitationToken } from "#app/services/organisations/invitation-token.server.ts";

export type AssessInvitation =
  | { state: "unknown" | "too-many" }
  | {
      state: AssessInvitationState | "closed";
      assessmentId: string;
      assessment: string;
      organisation: string;
      extraTimePercent: number;
      deadline: string | null;
      expiresAt: string;
      /** Null for a link, which is for whoever holds it. */
      maskedAddress: string | null;
      /** Whose it is: the viewer's, somebody else's, or not to be said yet, as nobody is signed in. */
      isFor: "viewer" | "other" | "unknown";
      /** The viewer's own way through this assessment, where they have begun it. */
      candidacyId: string | null;
    };

const wrongGuesses = { windowSeconds: 900, max: 30 };

function whose(email: string | null, viewer: Viewer | null) {
  if (viewer === null || viewer.isGuest) return "unknown";
  return email === null || viewer.email?.toLowerCase() === email ? "viewer" : "other";
}

type Wanted = { token: string; clientAddress: string | null; now?: Date };

/**
 * What an invitation to an assessment says to whoever holds its token, before and after signing in. Who guesses tokens is
 * stopped after some wrong ones, for right ones too.
 */
export async function findAssessInvitation(
  viewer: Viewer | null,
  { token, clientAddress, now = new Date() }: Wanted,
): Promise<AssessInvitation> {
  const guesses = `assess-token|${clientAddress ?? ""}`;
  if (!(await isAttemptLeft(guesses, wrongGuesses))) return { state: "too-many" };
  const invitation = await db().assessmentInvitation.findUnique({
    where: { tokenHash: hashInvitationToken(token) },
    include: { assessment: { include: { organisation: { select: { name: true } } } } },
  });
  if (invitation === null) {
    const { allowed } = await countAttempt(guesses, wrongGuesses);
    return { state: allowed ? "unknown" : "too-many" };
  }
  const { assessment, email, expiresAt, extraTimePercent } = invitation;
  const own = viewer && { assessmentId_userId: { assessmentId: assessment.id, userId: viewer.id } };
  const candidacy = own && (await db().candidacy.findUnique({ where: own, select: { id: true } }));
  const state = assessInvitationState(invitation, now);
  return {
    state: state === "open" && !isTaking(assessment, now) ? "closed" : state,
    assessmentId: assessment.id,
    assessment: assessment.name,
    organisation: assessment.organisation.name,
    extraTimePercent,
    deadline: assessment.deadline?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
    maskedAddress: email && maskAddress(email),
    isFor: whose(email, viewer),
    candidacyId: candidacy?.id ?? null,
  };
}
