import { findMembership, type Action } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { lateFactOf, type LateFact } from "#app/domain/interview/draft.ts";
import { numberQuestions, type Turn } from "#app/domain/interview/transcript.ts";
import { emptyReviewDraft, ReviewDraftSchema, type ReviewDraft } from "#app/domain/review/review-draft.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { reviewedBy, reviewedFields } from "#app/services/hiring/queue/lock-session.server.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";
import { readLate } from "#app/services/interview/read-draft.server.ts";
import { renderMarkdown, type MarkdownBlock } from "#app/services/library/render-markdown.server.ts";
import { viewCriterion, type ReviewedCriterion } from "#app/services/review/get-review.server.ts";

export type Wanted = { organisation: string; sessionId: string };

/** An interview as whoever reads it blind is given it: field by field, so that nothing else comes along. */
export type BlindInterview = {
  sessionId: string;
  code: string;
  title: string;
  brief: MarkdownBlock[];
  transcript: (Pick<Turn, "seq" | "speaker" | "kind" | "text"> & { questionNumber: number | null; pasted: number })[];
  late: LateFact | null;
  criteria: ReviewedCriterion[];
};

const ownClaim = (viewer: Viewer) =>
  ({ where: { reviewerId: viewer.id }, take: 1 }) satisfies Prisma.Session$claimsArgs;

/** A session that was handed in to the organisation by somebody else, with what the viewer has of it; null for whoever may not. */
export async function findReviewed(
  viewer: Viewer,
  { organisation, sessionId }: Wanted,
  action: Action = "review_assessment",
) {
  const membership = findMembership(viewer, organisation, action);
  if (membership === null) return null;
  const session = await db().session.findFirst({
    where: { id: sessionId, ...reviewedBy(viewer, membership.organisationId) },
    select: { ...reviewedFields, late: true, claims: ownClaim(viewer) },
  });
  if (!session?.candidacy) return null;
  const { claims, candidacy, ...rest } = session;
  return {
    session: { ...rest, candidacy },
    claim: claims[0] ?? null,
    scenario: await getVersion(session.scenarioHash),
  };
}

export type Reviewed = NonNullable<Awaited<ReturnType<typeof findReviewed>>>;

type ReadBlind = {
  session: { id: string; late: Prisma.JsonValue; candidacy: { code: string } };
  scenario: Reviewed["scenario"];
};

export async function readBlind({ session: { id, candidacy, late }, scenario }: ReadBlind): Promise<BlindInterview> {
  const turns = await db().turn.findMany({
    where: { sessionId: id },
    orderBy: { seq: "asc" },
    select: { seq: true, speaker: true, kind: true, text: true, pasted: true },
  });
  return {
    sessionId: id,
    code: candidacy.code,
    title: scenario.title,
    brief: await renderMarkdown(scenario.brief),
    transcript: numberQuestions(turns).map(({ seq, speaker, kind, text, questionNumber, pasted }) => ({
      seq,
      speaker,
      kind,
      text,
      questionNumber,
      pasted,
    })),
    late: lateFactOf(readLate(late)),
    criteria: scenario.rubric.criteria.map(viewCriterion),
  };
}

/** A draft of an older shape, or none, is an empty one. */
export function readReviewDraft(stored: unknown): ReviewDraft {
  const parsed = ReviewDraftSchema.safeParse(stored);
  return parsed.success ? parsed.data : emptyReviewDraft;
}
