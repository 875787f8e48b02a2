import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { judgeReviewDraft, type DraftProblem, type ReviewDraft } from "#app/domain/review/review-draft.ts";
import { Prisma } from "#app/db/generated/client.ts";
import { enqueueMeasuring } from "#app/services/hiring/agreement/enqueue-measuring.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { settleSession } from "#app/services/hiring/levels/settle-session.server.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";
import { lockSession, type ReviewedSession } from "#app/services/hiring/queue/lock-session.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { readReviewDraft, type Wanted } from "./find-reviewed.server.ts";
import { findOwnClaim, findOwnPlace, type OwnClaim } from "./save-review-draft.server.ts";

export type SubmittedReview =
  | { ok: true }
  | { ok: false; reason: "incomplete"; problems: DraftProblem[] }
  | { ok: false; reason: "lock_lost"; heldBy: string | null; isOver: boolean }
  | { ok: false; reason: "given" };

/** A form without scripts sends no quotes: those that were taken before stay. */
type Sent = Wanted & { draft: Omit<ReviewDraft, "quotes"> & { quotes: ReviewDraft["quotes"] | null }; now?: Date };
type Tx = Prisma.TransactionClient;

async function judge(tx: Tx, { id, scenarioHash }: ReviewedSession, draft: ReviewDraft) {
  const version = await tx.scenarioVersion.findUniqueOrThrow({ where: { hash: scenarioHash } });
  const turns = await tx.turn.findMany({
    where: { sessionId: id },
    select: { seq: true, speaker: true, text: true },
  });
  return { judged: judgeReviewDraft(readVersion(version).rubric, draft, turns), rubricHash: version.rubricHash };
}

type Giving = { session: ReviewedSession; claim: OwnClaim; now: Date };
type Review = Omit<Prisma.ReviewUncheckedCreateInput, "sessionId" | "reviewerId" | "createdAt">;

/** Keeps a review for good, with the session's row locked by the caller: its claim ends, and the session is settled anew. */
export async function giveReview(tx: Tx, viewer: Viewer, { session, claim, now, ...review }: Giving & Review) {
  await tx.review.create({
    data: { ...review, sessionId: session.id, reviewerId: viewer.id, createdAt: now },
  });
  // What was written stands in the review; a second copy would outlive nothing and say nothing more.
  await tx.reviewClaim.update({
    where: { id: claim.id },
    data: { state: "submitted", lockedUntil: now, draft: Prisma.DbNull },
  });
  const settled = await settleSession(tx, session.id);
  await writeAudit(tx, viewer, {
    organisationId: session.organisationId ?? "",
    action: review.kind === "adjudication" ? "adjudication.submit" : "review.submit",
    assessmentId: session.candidacy?.assessmentId ?? null,
    candidacyId: session.candidacyId,
    sessionId: session.id,
    at: now,
  });
  return settled;
}

/** What follows once a review is kept: a session that waits for nobody any more counts in the agreement. */
export async function enqueueIfSettled(settled: Awaited<ReturnType<typeof settleSession>>): Promise<void> {
  if (settled === null || settled.state === "waiting") return;
  await enqueueMeasuring({ organisationId: settled.organisationId, scenarioHash: settled.scenarioHash });
}

/** What was sent and could not be given is kept as the draft. */
async function keep(tx: Tx, { id }: OwnClaim, { draft, now }: { draft: ReviewDraft; now: Date }): Promise<void> {
  await tx.reviewClaim.update({ where: { id }, data: { draft, draftRevision: { increment: 1 }, savedAt: now } });
}

/**
 * Gives a review, once. It counts if the viewer's lock lasts or its place is still free; under the session's lock, so
 * that one that ends at this moment is decided on one way or the other. Null where there is none for the viewer.
 */
export async function submitReview(viewer: Viewer, sent: Sent): Promise<SubmittedReview | null> {
  const { organisation, sessionId, now = new Date() } = sent;
  let settled: Awaited<ReturnType<typeof settleSession>> = null;
  const submitted = await holdMembership(
    viewer,
    { organisation, action: "review_assessment" },
    async (tx, { organisationId }): Promise<SubmittedReview | null> => {
      const session = await lockSession(tx, viewer, { organisationId, sessionId });
      const claim = session && (await findOwnClaim(tx, viewer, sessionId));
      if (!claim || claim.kind !== "independent") return null;
      if (claim.state === "submitted") return { ok: false, reason: "given" };
      const draft = { ...sent.draft, quotes: sent.draft.quotes ?? readReviewDraft(claim.draft).quotes };
      const place = await findOwnPlace(tx, viewer, { session, claim, now });
      const { judged, rubricHash } = await judge(tx, session, draft);
      if (!place.ok || !judged.ok) await keep(tx, claim, { draft, now });
      if (!place.ok) return { ...place, reason: "lock_lost" };
      if (!judged.ok) return { ok: false, reason: "incomplete", problems: judged.problems };
      const { levels, comments, quotes } = judged;
      const review = { kind: "independent" as const, rubricHash, levels, comments, quotes };
      settled = await giveReview(tx, viewer, { session, claim, now, ...review });
      return { ok: true };
    },
  );
  await enqueueIfSettled(settled);
  return submitted;
}
