import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { compareReadings, type Comparison, type Reader } from "#app/domain/hiring/comparison.ts";
import { settledByNames } from "#app/domain/hiring/settled.ts";
import { ReviewQuotesSchema } from "#app/domain/review/quotes.ts";
import { ReviewCommentsSchema, ReviewLevelsSchema } from "#app/domain/review/review.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma, SessionLevel } from "#app/db/generated/client.ts";
import { findGate } from "#app/services/hiring/agreement/find-gate.server.ts";
import { noteSeen } from "#app/services/hiring/audit/write-audit.server.ts";
import { viewCriterion } from "#app/services/review/get-review.server.ts";
import type { Reviewed } from "./find-reviewed.server.ts";

const fields = {
  reviewerId: true,
  reviewer: { select: { name: true } },
  levels: true,
  comments: true,
  quotes: true,
  kind: true,
  createdAt: true,
} satisfies Prisma.ReviewSelect;

type Given = Prisma.ReviewGetPayload<{ select: typeof fields }>;

function readerOf(viewer: Viewer, review: Given): Reader {
  const levels = ReviewLevelsSchema.parse(review.levels);
  const comments = ReviewCommentsSchema.parse(review.comments ?? {});
  const quotes = ReviewQuotesSchema.parse(review.quotes ?? {});
  const isOwn = review.reviewerId === viewer.id;
  return {
    by: isOwn ? "You" : (review.reviewer?.name ?? "Somebody whose account is gone"),
    as: isOwn ? "you" : review.kind === "adjudication" ? "decided" : "colleague",
    of: (id) =>
      // Whoever decides between reviewers is asked about some criteria only.
      review.kind === "adjudication" && levels[id] === undefined
        ? null
        : { level: levels[id] ?? null, comment: comments[id] ?? "", quotes: quotes[id] ?? [] },
  };
}

function settledIn(level: SessionLevel | undefined) {
  const by = settledByNames.find((name) => name === level?.settledBy);
  return level?.settled == null || by === undefined ? null : { level: level.settled, by };
}

const organisationOf = ({ session }: Reviewed) => session.organisationId ?? "";

async function viewGate({ session }: Reviewed, hasGrade: boolean): Promise<Comparison["gate"]> {
  if (!hasGrade || session.candidacyId === null) return null;
  const { assessment } = await db().candidacy.findUniqueOrThrow({
    where: { id: session.candidacyId },
    select: { assessment: { select: { gateKappa: true, gateLeast: true, hideUnvalidated: true } } },
  });
  const gate = await findGate(session.organisationId ?? "", session.scenarioHash, assessment);
  return { isValidated: gate.isValidated, isHidden: gate.hides, words: gate.words };
}

/**
 * The viewer's own levels beside the grader's and everybody else's. Null until their own are given: nothing of it is read
 * before that is known.
 */
export async function getComparison(viewer: Viewer, found: Reviewed): Promise<Comparison | null> {
  const { session, scenario } = found;
  const own = await db().review.findFirst({
    where: { sessionId: session.id, reviewerId: viewer.id, appealId: null },
    select: { kind: true, createdAt: true },
  });
  if (!own || session.reviewState === null) return null;
  const [reviews, levels] = await Promise.all([
    db().review.findMany({
      where: { sessionId: session.id, appealId: null },
      orderBy: { createdAt: "asc" },
      select: fields,
    }),
    db().sessionLevel.findMany({ where: { sessionId: session.id } }),
  ]);
  const gate = await viewGate(
    found,
    levels.some(({ graderLevel }) => graderLevel !== null),
  );
  const levelOf = (id: string) => levels.find(({ criterionId }) => criterionId === id);
  const readers = reviews.map((review) => readerOf(viewer, review)).sort((a, b) => rank[a.as] - rank[b.as]);
  await noteSeen(db(), viewer, {
    organisationId: organisationOf(found),
    action: "session.see",
    assessmentId: session.candidacy?.assessmentId ?? null,
    candidacyId: session.candidacyId,
    sessionId: session.id,
  });
  return {
    givenOn: own.createdAt.toISOString().slice(0, 10),
    as: own.kind === "adjudication" ? "adjudication" : "independent",
    state: session.reviewState,
    missing: missingIn(found),
    criteria: compareReadings({
      criteria: scenario.rubric.criteria.map(viewCriterion),
      readers,
      grader: (id) => (gate === null || gate.isHidden ? null : (levelOf(id)?.graderLevel ?? null)),
      // Until everybody has given theirs nothing counts yet, whatever it comes to so far.
      settled: (id) => (session.reviewState === "complete" ? settledIn(levelOf(id)) : null),
    }),
    gate,
  };
}

const rank: Record<Reader["as"], number> = { you: 0, colleague: 1, decided: 2 };

/** Only while others are still asked for theirs. */
function missingIn({ session }: Reviewed): number {
  if (session.reviewState !== "waiting") return 0;
  return Math.max(0, (session.candidacy?.assessment.reviewersPerSession ?? 0) - session.reviewsGiven);
}
