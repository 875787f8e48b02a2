import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { Comparison } from "#app/domain/hiring/comparison.ts";
import { capCount, mostCounted, type CappedCount } from "#app/domain/hiring/queue.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";
import { titleOfCriterion } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { findPlace, type PlaceRefusal } from "#app/services/hiring/queue/take-place.server.ts";
import {
  findReviewed,
  readBlind,
  readReviewDraft,
  type BlindInterview,
  type Reviewed,
  type Wanted,
} from "./find-reviewed.server.ts";
import { getComparison } from "./get-comparison.server.ts";

export type BlindReview = BlindInterview & {
  /** Once the lock has ended it is nobody's, or that of whoever took the place. */
  claim: { isMine: boolean; lockedUntil: string | null; heldBy: string | null };
  draft: ReviewDraft;
  revision: number;
  savedAt: string | null;
  given: Comparison | null;
  /** The reviewer's own, to be used again. */
  comments: { id: string; text: string }[];
  place: { given: number };
};

/** A session whose transcript is not shown, since the viewer does not hold it. */
export type ClosedReview = {
  sessionId: string;
  code: string;
  title: string;
  /** Null where a place is free. */
  refusal: Exclude<PlaceRefusal["reason"], "given"> | null;
  heldBy: string | null;
  skipReason: string | null;
  /** What the viewer had written of it, by criterion. */
  kept: { title: string; level: number | null | undefined; comment: string }[];
};

export type ReviewPage =
  | { state: "reading" | "given"; review: BlindReview }
  | { state: "closed"; closed: ClosedReview }
  | { state: "adjudication" };

function listComments(viewer: Viewer, organisationId: string) {
  return db().reusableComment.findMany({
    where: { organisationId, reviewerId: viewer.id },
    orderBy: { createdAt: "asc" },
    select: { id: true, text: true },
  });
}

async function countGiven(viewer: Viewer, organisationId: string): Promise<CappedCount> {
  const where = { reviewerId: viewer.id, organisationId, state: "submitted" as const, kind: "independent" as const };
  return capCount(await db().reviewClaim.count({ where, take: mostCounted + 1 }));
}

type Read = { found: Reviewed; given: Comparison | null; now: Date };

async function viewReview(viewer: Viewer, { found, given, now }: Read): Promise<BlindReview> {
  const { session, claim } = found;
  const organisationId = session.organisationId ?? "";
  const isMine = claim?.state === "claimed" && claim.lockedUntil > now;
  const [interview, comments, counted, place] = await Promise.all([
    readBlind(found),
    listComments(viewer, organisationId),
    countGiven(viewer, organisationId),
    isMine || given ? null : findPlace(db(), viewer, { session, kind: "independent", now }),
  ]);
  return {
    ...interview,
    claim: {
      isMine,
      lockedUntil: isMine ? claim.lockedUntil.toISOString() : null,
      heldBy: place && !place.ok && place.reason === "full" ? place.heldBy : null,
    },
    draft: readReviewDraft(claim?.draft),
    revision: claim?.draftRevision ?? 0,
    savedAt: claim?.savedAt?.toISOString() ?? null,
    given,
    comments,
    place: { given: counted.count },
  };
}

async function viewClosed(viewer: Viewer, { session, claim, scenario }: Reviewed, now: Date): Promise<ClosedReview> {
  const place = await findPlace(db(), viewer, { session, kind: "independent", now });
  const { levels, comments } = readReviewDraft(claim?.draft);
  return {
    sessionId: session.id,
    code: session.candidacy?.code ?? "",
    title: scenario.title,
    refusal: place.ok || place.reason === "given" ? null : place.reason,
    heldBy: !place.ok && place.reason === "full" ? place.heldBy : null,
    skipReason: claim?.state === "skipped" ? claim.skipReason : null,
    kept: scenario.rubric.criteria
      .map((criterion) => ({
        title: titleOfCriterion(criterion),
        level: levels[criterion.id],
        comment: comments[criterion.id] ?? "",
      }))
      .filter(({ level, comment }) => level !== undefined || comment !== ""),
  };
}

/**
 * A session as a reviewer works on it: the interview without a name and without anybody's levels while they hold it; what
 * others made of it once their own levels are given; and nothing of either otherwise. Null where there is none for them.
 */
export async function getBlindReview(viewer: Viewer, wanted: Wanted & { now?: Date }): Promise<ReviewPage | null> {
  const { now = new Date() } = wanted;
  const found = await findReviewed(viewer, wanted);
  if (found === null) return null;
  const given = await getComparison(viewer, found);
  if (given) return { state: "given", review: await viewReview(viewer, { found, given, now }) };
  const { claim, session } = found;
  if (claim?.state === "claimed" && claim.kind === "adjudication") return { state: "adjudication" };
  const isReading = claim?.state === "claimed" && session.reviewState === "waiting";
  if (isReading) return { state: "reading", review: await viewReview(viewer, { found, given: null, now }) };
  return { state: "closed", closed: await viewClosed(viewer, found, now) };
}
