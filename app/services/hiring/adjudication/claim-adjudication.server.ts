import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";
import { lockSession } from "#app/services/hiring/queue/lock-session.server.ts";
import { takePlace, type TakenPlace } from "#app/services/hiring/queue/take-place.server.ts";
import type { Wanted } from "#app/services/hiring/review/find-reviewed.server.ts";

/** Takes a session to decide between its reviewers: one person at a time, who is none of them. Null where there is none for the viewer. */
export async function claimAdjudication(
  viewer: Viewer,
  { organisation, sessionId, now = new Date() }: Wanted & { now?: Date },
): Promise<TakenPlace | null> {
  return holdMembership(viewer, { organisation, action: "adjudicate" }, async (tx, { organisationId }) => {
    const session = await lockSession(tx, viewer, { organisationId, sessionId });
    return session && takePlace(tx, viewer, { session, kind: "adjudication", now });
  });
}
