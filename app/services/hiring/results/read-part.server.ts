import { describeLevel } from "#app/domain/grading/scorecard/grade-view.ts";
import type { MadeGrade } from "#app/domain/grading/scorecard/scorecard.ts";
import { EndedReviewingSchema } from "#app/domain/hiring/level-change.ts";
import {
  markReadings,
  type CriterionOutcome,
  type GraderReading,
  type ShownPart,
  type ShownReading,
  type TeamAppeal,
} from "#app/domain/hiring/candidate-view.ts";
import { readSettledBy } from "#app/domain/hiring/results.ts";
import { lateFactOf } from "#app/domain/interview/draft.ts";
import { drawingsIn, ReviewQuotesSchema, type Drawings, type ReviewQuote } from "#app/domain/review/quotes.ts";
import { ReviewCommentsSchema, ReviewLevelsSchema } from "#app/domain/review/review.ts";
import { titleOfCriterion, type Criterion } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import type { LevelAppeal, LevelChange, Review } from "#app/db/generated/client.ts";
import { findGrade } from "#app/services/grading/find-grade.server.ts";
import { findGate } from "#app/services/hiring/agreement/find-gate.server.ts";
import { findSessionOfAnyone } from "#app/services/interview/find-session.server.ts";
import { readLate } from "#app/services/interview/read-draft.server.ts";
import { findNames } from "./find-names.server.ts";
import type { FoundCandidate } from "./find-candidate.server.ts";

const keyAt = (at: number) => String.fromCharCode(65 + at);

function readReview({ reviewerId, kind, createdAt, levels, comments, quotes }: Review) {
  return {
    reviewerId,
    kind,
    at: createdAt.toISOString(),
    levels: ReviewLevelsSchema.parse(levels),
    comments: ReviewCommentsSchema.catch({}).parse(comments ?? {}),
    quotes: ReviewQuotesSchema.catch({}).parse(quotes ?? {}),
  };
}

type ReadReview = ReturnType<typeof readReview>;

/** An adjudicator gives levels to some criteria only; a reviewer who could not tell is shown as that. */
const isAbout = ({ kind, levels }: ReadReview, id: string) => kind === "independent" || levels[id] !== undefined;

function readGrader(id: string, { grade, drawings }: Context): Omit<GraderReading, "level"> | null {
  const found = grade?.criteria.find((criterion) => criterion.id === id);
  if (!found) return null;
  return {
    checks: found.checks.map(({ key, title, verdict, reason, quotes }) => ({
      key,
      title,
      verdict,
      reason,
      quotes: quotes.map(({ text, seq }) => ({ text, isDrawn: drawings.has(seq) })),
    })),
  };
}

type NameOf = (id: string | null) => string;

function readAppeal(appeal: LevelAppeal | undefined, nameOf: NameOf): TeamAppeal | null {
  if (!appeal) return null;
  const { level, reason, createdAt, answer, answerLevel, answeredById, answeredAt } = appeal;
  const answered =
    answer === null || answeredAt === null
      ? null
      : { by: nameOf(answeredById), at: answeredAt.toISOString(), level: answerLevel, answer };
  return { level, reason, at: createdAt.toISOString(), answered };
}

const readChange =
  (nameOf: NameOf) =>
  ({ byId, createdAt, before, level, reason, appealId }: LevelChange) => ({
    by: nameOf(byId),
    at: createdAt.toISOString(),
    before,
    level,
    reason,
    isAppeal: appealId !== null,
  });

async function readRows(sessionId: string) {
  const where = { sessionId };
  const [reviews, levels, changes, appeals, ended] = await Promise.all([
    db().review.findMany({ where: { ...where, appealId: null }, orderBy: { createdAt: "asc" } }),
    db().sessionLevel.findMany({ where }),
    db().levelChange.findMany({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
    db().levelAppeal.findMany({ where }),
    db().session.findUnique({ where: { id: sessionId }, select: { endedEarly: true } }),
  ]);
  const endedEarly = EndedReviewingSchema.safeParse(ended?.endedEarly);
  return { reviews: reviews.map(readReview), levels, changes, appeals, endedEarly: endedEarly.data ?? null };
}

type Rows = Awaited<ReturnType<typeof readRows>>;

type Context = {
  rows: Rows;
  grade: MadeGrade | null;
  hides: boolean;
  nameOf: NameOf;
  drawings: Drawings;
  markOf: (key: string, quote: ReviewQuote) => string;
};

function readReadings({ id }: Criterion, key: string, { rows, nameOf, drawings, markOf }: Context): ShownReading[] {
  return rows.reviews
    .filter((review) => isAbout(review, id))
    .map(({ reviewerId, kind, at, levels, comments, quotes }) => ({
      by: nameOf(reviewerId),
      kind,
      at,
      level: levels[id] ?? null,
      comment: comments[id] ?? null,
      quotes: (quotes[id] ?? []).map((quote) => ({
        text: quote.text,
        mark: markOf(key, quote),
        drawing: drawings.get(quote.seq) ?? null,
      })),
    }));
}

function readOutcome(criterion: Criterion, at: number, context: Context): CriterionOutcome {
  const { id, weight } = criterion;
  const { rows, hides, nameOf } = context;
  const level = rows.levels.find(({ criterionId }) => criterionId === id);
  const reading = readGrader(id, context);
  const graderLevel = hides ? null : (level?.graderLevel ?? null);
  const appeal = rows.appeals.find(({ criterionId }) => criterionId === id);
  return {
    id,
    key: keyAt(at),
    title: titleOfCriterion(criterion),
    weight,
    descriptors: [0, 1, 2, 3, 4].map((each) => describeLevel(criterion.levels, each)),
    settled: level?.settled ?? null,
    by: readSettledBy(level?.settledBy ?? null),
    people: level?.people ?? [],
    readings: readReadings(criterion, keyAt(at), context),
    grader: reading && graderLevel !== null ? { level: graderLevel, ...reading } : null,
    changes: rows.changes.filter(({ criterionId }) => criterionId === id).map(readChange(nameOf)),
    appeal: readAppeal(appeal, nameOf),
  };
}

/** Who had a hand in a session, by id. */
function actorsOf({ reviews, changes, appeals, endedEarly }: Rows): (string | null)[] {
  return [
    ...reviews.map(({ reviewerId }) => reviewerId),
    ...changes.map(({ byId }) => byId),
    ...appeals.map(({ answeredById }) => answeredById),
    endedEarly?.byId ?? null,
  ];
}

/** Everything that led to the levels of one complete session. Null where it is gone meanwhile. */
export async function readPart(
  { membership, assessment }: FoundCandidate,
  { position, sessionId }: { position: number; sessionId: string },
): Promise<ShownPart | null> {
  const found = await findSessionOfAnyone(sessionId);
  if (found === null) return null;
  const { criteria } = found.scenario.rubric;
  const gate = await findGate(membership.organisationId, found.session.scenarioHash, assessment);
  const [rows, grade] = await Promise.all([readRows(sessionId), gate.hides ? null : findGrade(found)]);
  const nameOf = await findNames(actorsOf(rows));
  const quoted = rows.reviews.flatMap(({ quotes }) =>
    criteria.flatMap(({ id }, at) => (quotes[id] ?? []).map((quote) => ({ criterion: { id, key: keyAt(at) }, quote }))),
  );
  const { turns, late } = found.session;
  const { transcript, markOf } = markReadings(turns, quoted);
  const context = { rows, grade, hides: gate.hides, nameOf, drawings: drawingsIn(turns), markOf };
  return {
    position,
    title: found.scenario.title,
    sessionId,
    gate: { isValidated: gate.isValidated, words: gate.words, hides: gate.hides },
    transcript,
    late: lateFactOf(readLate(late)),
    criteria: criteria.map((criterion, at) => readOutcome(criterion, at, context)),
    endedEarly: rows.endedEarly && { ...rows.endedEarly, by: nameOf(rows.endedEarly.byId) },
  };
}
