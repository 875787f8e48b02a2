import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { lockMs } from "#app/domain/hiring/queue.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";
import { lockSession, type ReviewedSession } from "#app/services/hiring/queue/lock-session.server.ts";
import { findPlace } from "#app/services/hiring/queue/take-place.server.ts";
import { readReviewDraft, type Wanted } from "./find-reviewed.server.ts";

export type SavedReviewDraft =
  | { ok: true; revision: number; savedAt: string; lockedUntil: string }
  | { ok: false; reason: "newer_elsewhere"; draft: ReviewDraft; revision: number; savedAt: string | null }
  /** The draft is kept all the same. `heldBy` has the place now; `isOver` says that none will be free again. */
  | { ok: false; reason: "lock_lost"; revision: number; savedAt: string; heldBy: string | null; isOver: boolean }
  | { ok: false; reason: "given" };

type Sent = Wanted & { draft: ReviewDraft; revision: number; now?: Date };

export type OwnClaim = Prisma.ReviewClaimGetPayload<object>;

/** What the viewer holds or has begun of a session whose row is locked. */
export function findOwnClaim(
  tx: Prisma.TransactionClient,
  viewer: Viewer,
  sessionId: string,
): Promise<OwnClaim | null> {
  return tx.reviewClaim.findUnique({ where: { sessionId_reviewerId: { sessionId, reviewerId: viewer.id } } });
}

/** Whether the viewer may go on with a session they have begun: their lock lasts, or has ended and the place is free. */
export async function findOwnPlace(
  tx: Prisma.TransactionClient,
  viewer: Viewer,
  { session, claim, now }: { session: ReviewedSession; claim: OwnClaim; now: Date },
): Promise<{ ok: true } | { ok: false; heldBy: string | null; isOver: boolean }> {
  if (claim.state === "skipped") return { ok: false, heldBy: null, isOver: false };
  const kind = claim.kind === "adjudication" ? "adjudication" : "independent";
  const place = await findPlace(tx, viewer, { session, kind, now });
  if (place.ok) return place;
  // Somebody whose role came back, or a number of reviewers that was lowered, must not cost those their place who hold it.
  if (place.reason === "full" && claim.lockedUntil > now) return { ok: true };
  return { ok: false, heldBy: place.reason === "full" ? place.heldBy : null, isOver: place.reason !== "full" };
}

/**
 * Keeps a review as far as it has come, and moves its lock on. After the lock has ended the place is taken again if it is
 * free; if not, the draft is kept without it. A tab that has not seen the newest draft gets it instead of overwriting it.
 * Null where there is none for the viewer.
 */
export async function saveReviewDraft(viewer: Viewer, sent: Sent): Promise<SavedReviewDraft | null> {
  const { organisation, sessionId, draft, revision, now = new Date() } = sent;
  return holdMembership(viewer, { organisation, action: "review_assessment" }, async (tx, { organisationId }) => {
    const session = await lockSession(tx, viewer, { organisationId, sessionId });
    const claim = session && (await findOwnClaim(tx, viewer, sessionId));
    if (!claim) return null;
    if (claim.state === "submitted") return { ok: false, reason: "given" } as const;
    if (claim.draftRevision !== revision) {
      const newest = { draft: readReviewDraft(claim.draft), revision: claim.draftRevision };
      const savedAt = claim.savedAt?.toISOString() ?? null;
      return { ok: false, reason: "newer_elsewhere", ...newest, savedAt } as const;
    }
    const place = await findOwnPlace(tx, viewer, { session, claim, now });
    const lockedUntil = new Date(now.getTime() + lockMs);
    await tx.reviewClaim.update({
      where: { id: claim.id },
      data: { draft, draftRevision: revision + 1, savedAt: now, ...(place.ok && { lockedUntil }) },
    });
    const saved = { revision: revision + 1, savedAt: now.toISOString() };
    if (place.ok) return { ok: true, ...saved, lockedUntil: lockedUntil.toISOString() } as const;
    return { reason: "lock_lost", ...saved, ...place } as const;
  });
}
