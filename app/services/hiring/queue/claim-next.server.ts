import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";
import { lockSession } from "./lock-session.server.ts";
import { pickNext } from "./open-sessions.server.ts";
import { takePlace } from "./take-place.server.ts";

export type ClaimedNext =
  { ok: true; sessionId: string; lockedUntil: Date } | { ok: false; reason: "nothing_waits" | "most_held" };

type Attempt = ClaimedNext | { tried: string };

/** Races that may be lost in a row; by then whoever won them has the queue. */
const mostAttempts = 25;

/** One session at a time is locked, so two reviewers never wait for each other. */
async function attempt(
  viewer: Viewer,
  { organisation, now, tried, waits }: { organisation: string; now: Date; tried: string[]; waits: boolean },
): Promise<Attempt | null> {
  return holdMembership(viewer, { organisation, action: "review_assessment" }, async (tx, { organisationId }) => {
    const asked = { organisationId, reviewerId: viewer.id, now };
    const picked = await pickNext(tx, asked, { tried, waits });
    if (picked === null) return { ok: false as const, reason: "nothing_waits" as const };
    // What was read before the lock may be out of date: the place is decided on what is there under it.
    const session = await lockSession(tx, viewer, { organisationId, sessionId: picked.id });
    const taken = session && (await takePlace(tx, viewer, { session, kind: "independent", now }));
    if (taken?.ok) return { ok: true as const, sessionId: picked.id, lockedUntil: taken.lockedUntil };
    if (taken?.reason === "most_held") return { ok: false as const, reason: taken.reason };
    return { tried: picked.id };
  });
}

/**
 * Takes the next session on the viewer's own way round the queue. What others are just deciding about is passed over at
 * first; if nothing else is there, it is waited for. Null for whoever may not review.
 */
export async function claimNext(
  viewer: Viewer,
  { organisation, now = new Date() }: { organisation: string; now?: Date },
): Promise<ClaimedNext | null> {
  for (const waits of [false, true]) {
    const tried: string[] = [];
    while (tried.length < mostAttempts) {
      const outcome = await attempt(viewer, { organisation, now, tried, waits });
      if (outcome === null) return null;
      if (!("tried" in outcome)) {
        if (outcome.ok || outcome.reason === "most_held" || waits) return outcome;
        break;
      }
      tried.push(outcome.tried);
    }
  }
  return { ok: false, reason: "nothing_waits" };
}
