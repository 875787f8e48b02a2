import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import type { ScorecardView } from "#app/domain/grading/scorecard/scorecard.ts";
import { splitAddress } from "#app/domain/scenarios/address.ts";
import { viewScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { findSessionOfAnyone } from "#app/services/interview/find-session.server.ts";
import { findName } from "../list-names.server.ts";

export type MemberSession = {
  membership: Membership;
  /** The scenario's name in its organisation. */
  slug: string;
  candidate: string | null;
  view: ScorecardView;
};

/**
 * A finished session on an organisation's scenario, for its instructors, reviewers and admins. Null where it is absent,
 * unfinished, of an assessment or of no such organisation, and for whoever may not see it.
 */
export async function getMemberSession(
  viewer: Viewer,
  { organisation, sessionId }: { organisation: string; sessionId: string },
): Promise<MemberSession | null> {
  const membership = findMembership(viewer, organisation, "see_session");
  if (!membership) return null;
  const found = await findSessionOfAnyone(sessionId);
  if (!found || found.session.phase !== "finished") return null;
  const { session } = found;
  if (session.organisationId !== membership.organisationId || session.mode === "assessment") return null;
  const [view, candidate] = await Promise.all([viewScorecard(viewer, found), findName(session.userId)]);
  return { membership, slug: splitAddress(session.slug).slug, candidate, view };
}
