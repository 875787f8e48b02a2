import { judgeAdjudication } from "#app/domain/hiring/adjudication.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { lockMs } from "#app/domain/hiring/queue.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";
import type { settleSession } from "#app/services/hiring/levels/settle-session.server.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";
import { lockSession } from "#app/services/hiring/queue/lock-session.server.ts";
import type { Wanted } from "#app/services/hiring/review/find-reviewed.server.ts";
import { findOwnClaim, findOwnPlace } from "#app/services/hiring/review/save-review-draft.server.ts";
import {
  enqueueIfSettled,
  giveReview,
  type SubmittedReview,
} from "#app/services/hiring/review/submit-review.server.ts";
import { listConcerned } from "./list-concerned.server.ts";

type Sent = Wanted & { draft: ReviewDraft; now?: Date; isFinal: boolean };

/**
 * Keeps what somebody decides between reviewers: as a draft, which moves the lock on, or for good. What cannot be given
 * is kept as the draft either way. Null where there is none for the viewer.
 */
export async function submitAdjudication(viewer: Viewer, sent: Sent): Promise<SubmittedReview | null> {
  const { organisation, sessionId, draft, isFinal, now = new Date() } = sent;
  let settled: Awaited<ReturnType<typeof settleSession>> = null;
  const submitted = await holdMembership(
    viewer,
    { organisation, action: "adjudicate" },
    async (tx, { organisationId }): Promise<SubmittedReview | null> => {
      const session = await lockSession(tx, viewer, { organisationId, sessionId });
      const claim = session && (await findOwnClaim(tx, viewer, sessionId));
      if (!claim || claim.kind !== "adjudication") return null;
      if (claim.state === "submitted") return { ok: false, reason: "given" };
      const place = await findOwnPlace(tx, viewer, { session, claim, now });
      const concerned = await listConcerned(tx, sessionId);
      const judged = judgeAdjudication(concerned, draft);
      if (!isFinal || !place.ok || !judged.ok) {
        const lockedUntil = place.ok ? new Date(now.getTime() + lockMs) : claim.lockedUntil;
        const kept = { draft, draftRevision: { increment: 1 }, savedAt: now, lockedUntil };
        await tx.reviewClaim.update({ where: { id: claim.id }, data: kept });
      }
      if (!place.ok) return { ...place, reason: "lock_lost" };
      if (!isFinal) return { ok: true };
      if (!judged.ok) return { ok: false, reason: "incomplete", problems: judged.problems };
      const { rubricHash } = await tx.scenarioVersion.findUniqueOrThrow({
        where: { hash: session.scenarioHash },
        select: { rubricHash: true },
      });
      const review = { kind: "adjudication" as const, rubricHash, levels: judged.levels, comments: judged.reasons };
      settled = await giveReview(tx, viewer, { session, claim, now, ...review });
      return { ok: true };
    },
  );
  await enqueueIfSettled(settled);
  return submitted;
}
