import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";
import { lockSession } from "./lock-session.server.ts";
import { takePlace, type TakenPlace } from "./take-place.server.ts";

/**
 * Takes one session to review: one that was left, or whose lock has ended. Of two who race for one place exactly one gets
 * it. Null where there is none for the viewer.
 */
export async function claimSession(
  viewer: Viewer,
  { organisation, sessionId, now = new Date() }: { organisation: string; sessionId: string; now?: Date },
): Promise<TakenPlace | null> {
  return holdMembership(viewer, { organisation, action: "review_assessment" }, async (tx, { organisationId }) => {
    const session = await lockSession(tx, viewer, { organisationId, sessionId });
    return session && takePlace(tx, viewer, { session, kind: "independent", now });
  });
}
