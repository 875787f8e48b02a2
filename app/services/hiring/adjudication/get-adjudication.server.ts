import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { startOf } from "#app/domain/hiring/queue.ts";
import type { Reading } from "#app/domain/hiring/comparison.ts";
import { ReviewQuotesSchema } from "#app/domain/review/quotes.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";
import { ReviewCommentsSchema, ReviewLevelsSchema } from "#app/domain/review/review.ts";
import { db } from "#app/db/client.server.ts";
import { findPlace, type PlaceRefusal } from "#app/services/hiring/queue/take-place.server.ts";
import {
  findReviewed,
  readBlind,
  readReviewDraft,
  type BlindInterview,
  type Reviewed,
  type Wanted,
} from "#app/services/hiring/review/find-reviewed.server.ts";
import { listConcerned } from "./list-concerned.server.ts";

/** By a letter, so that it is read for what it says. */
export type NamelessReading = Reading & { reader: string };

export type AdjudicationView = BlindInterview & {
  /** Of the criteria concerned alone, which are all that `criteria` holds. */
  readings: Record<string, NamelessReading[]>;
  draft: ReviewDraft;
  revision: number;
  savedAt: string | null;
  /** Null once it has ended: somebody else may take the session then. */
  lockedUntil: string | null;
  heldBy: string | null;
};

export type ClosedAdjudication = {
  sessionId: string;
  code: string;
  title: string;
  /** Null where it can be taken. */
  refusal: PlaceRefusal["reason"] | null;
  heldBy: string | null;
};

export type AdjudicationPage =
  | { state: "deciding"; adjudication: AdjudicationView }
  | { state: "closed"; closed: ClosedAdjudication }
  | { state: "given" };

async function readReadings({ session: { id: sessionId } }: Reviewed, concerned: readonly string[]) {
  const reviews = await db().review.findMany({
    where: { sessionId, kind: "independent", appealId: null },
    select: { id: true, levels: true, comments: true, quotes: true },
  });
  // Not in the order in which they came: that might tell whose is whose.
  const place = ({ id }: { id: string }) => startOf({ organisationId: sessionId, reviewerId: id });
  const readers = reviews
    .sort((a, b) => place(a) - place(b))
    .map(({ levels, comments, quotes }, at) => ({
      reader: String.fromCharCode(65 + at),
      levels: ReviewLevelsSchema.parse(levels),
      comments: ReviewCommentsSchema.parse(comments ?? {}),
      quotes: ReviewQuotesSchema.parse(quotes ?? {}),
    }));
  return Object.fromEntries(
    concerned.map((id) => [
      id,
      readers.map(({ reader, levels, comments, quotes }) => ({
        reader,
        level: levels[id] ?? null,
        comment: comments[id] ?? "",
        quotes: quotes[id] ?? [],
      })),
    ]),
  );
}

async function viewDeciding(viewer: Viewer, found: Reviewed, now: Date): Promise<AdjudicationView> {
  const { session, claim } = found;
  const concerned = await listConcerned(db(), session.id);
  const isMine = claim !== null && claim.lockedUntil > now;
  const place = isMine ? null : await findPlace(db(), viewer, { session, kind: "adjudication", now });
  const interview = await readBlind(found);
  return {
    ...interview,
    criteria: interview.criteria.filter(({ id }) => concerned.includes(id)),
    readings: await readReadings(found, concerned),
    draft: readReviewDraft(claim?.draft),
    revision: claim?.draftRevision ?? 0,
    savedAt: claim?.savedAt?.toISOString() ?? null,
    lockedUntil: isMine ? claim.lockedUntil.toISOString() : null,
    heldBy: place && !place.ok && place.reason === "full" ? place.heldBy : null,
  };
}

/**
 * What somebody who decides between reviewers is given: the interview, the criteria concerned, and each reviewer's reading
 * of those without a name. No grader's level comes along. Null where there is none for the viewer.
 */
export async function getAdjudication(
  viewer: Viewer,
  { now = new Date(), ...wanted }: Wanted & { now?: Date },
): Promise<AdjudicationPage | null> {
  const found = await findReviewed(viewer, wanted, "adjudicate");
  if (found === null) return null;
  const { session, claim, scenario } = found;
  if (claim?.kind === "adjudication" && claim.state === "submitted") return { state: "given" };
  const isOpen = session.reviewState === "adjudicating";
  if (isOpen && claim?.kind === "adjudication" && claim.state === "claimed") {
    return { state: "deciding", adjudication: await viewDeciding(viewer, found, now) };
  }
  const place = await findPlace(db(), viewer, { session, kind: "adjudication", now });
  const closed = {
    sessionId: session.id,
    code: session.candidacy.code,
    title: scenario.title,
    refusal: place.ok ? null : place.reason,
    heldBy: !place.ok && place.reason === "full" ? place.heldBy : null,
  };
  return { state: "closed", closed };
}
