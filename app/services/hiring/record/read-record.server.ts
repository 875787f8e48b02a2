import { EndedReviewingSchema } from "#app/domain/hiring/level-change.ts";
import { recordFormat, type SessionRecord } from "#app/domain/hiring/record.ts";
import { GraderNameSchema, GradeResultSchema } from "#app/domain/grading/grade.ts";
import { lateFactOf } from "#app/domain/interview/draft.ts";
import { whatWords, whoWords } from "#app/domain/hiring/audit-log.ts";
import { ReviewQuotesSchema } from "#app/domain/review/quotes.ts";
import { ReviewCommentsSchema, ReviewLevelsSchema } from "#app/domain/review/review.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { findGate, type FoundGate } from "#app/services/hiring/agreement/find-gate.server.ts";
import { findReport } from "#app/services/hiring/agreement/find-report.server.ts";
import { readAuditOf } from "#app/services/hiring/audit/read-audit.server.ts";
import { findNames } from "#app/services/hiring/results/find-names.server.ts";
import { readVersions } from "#app/services/hiring/results/send-feedback.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { readLate } from "#app/services/interview/read-draft.server.ts";

const oldestFirst = { orderBy: [{ createdAt: "asc" as const }, { id: "asc" as const }] };

/** What a record is made of, read at once. */
export const recorded = {
  scenarioVersion: true,
  part: { select: { position: true } },
  turns: { orderBy: { seq: "asc" } },
  levels: true,
  reviews: { where: { appealId: null }, ...oldestFirst },
  claims: { where: { state: "skipped" }, orderBy: { claimedAt: "asc" } },
  levelChanges: oldestFirst,
  levelAppeals: oldestFirst,
  grades: oldestFirst,
  organisation: { select: { name: true } },
  candidacy: {
    include: {
      assessment: true,
      decisions: oldestFirst,
      sessions: { where: { reviewState: { not: null } }, select: { reviewState: true } },
    },
  },
} satisfies Prisma.SessionInclude;

export type Recorded = Prisma.SessionGetPayload<{ include: typeof recorded }>;
type NameOf = (id: string | null) => string;

const iso = (date: Date) => date.toISOString();

function readTurns({ turns }: Recorded): SessionRecord["transcript"] {
  return turns.map(({ seq, createdAt, speaker, kind, text, pasted, checkId, voice }) => {
    return { seq, at: iso(createdAt), speaker, kind, text, pasted, checkId, voice };
  });
}

/** Where the team hides what is not validated, that a grade was made is told, and nothing of what it says. */
function readGrades({ grades, scenarioHash }: Recorded, { hides }: FoundGate): SessionRecord["grades"] {
  const isOwn = (grade: Recorded["grades"][number]) =>
    grade.appealId === null && grade.regradeId === null && grade.status === "graded";
  const counted = grades.findLast(isOwn);
  return grades.map((grade) => {
    const { id, status, reason, model, promptVersion, rubricHash, createdAt } = grade;
    return {
      id,
      status,
      reason,
      model,
      promptVersion,
      rubricHash,
      grader: GraderNameSchema.parse(grade.grader),
      scenarioHash: grade.scenarioHash ?? scenarioHash,
      counts: id === counted?.id,
      at: iso(createdAt),
      score: hides ? null : grade.score,
      band: hides ? null : grade.band,
      result: hides ? null : (GradeResultSchema.safeParse(grade.result).data ?? null),
    };
  });
}

function readReviews({ reviews }: Recorded, nameOf: NameOf): SessionRecord["reviews"] {
  return reviews.map(({ reviewerId, createdAt, kind, rubricHash, levels, comments, quotes }) => ({
    by: nameOf(reviewerId),
    at: iso(createdAt),
    kind,
    rubricHash,
    levels: ReviewLevelsSchema.parse(levels),
    comments: ReviewCommentsSchema.catch({}).parse(comments ?? {}),
    quotes: ReviewQuotesSchema.catch({}).parse(quotes ?? {}),
  }));
}

function readLevels({ levels, scenarioVersion }: Recorded, { hides }: FoundGate): SessionRecord["levels"] {
  return readVersion(scenarioVersion).rubric.criteria.flatMap(({ id }) => {
    const found = levels.find(({ criterionId }) => criterionId === id);
    if (!found) return [];
    const { criterionId, settled, settledBy, spread, people, grader, graderLevel } = found;
    const ofGrader = hides || grader === null ? null : GraderNameSchema.parse(grader);
    return [
      { criterionId, settled, settledBy, spread, people, grader: ofGrader, graderLevel: hides ? null : graderLevel },
    ];
  });
}

function readPeople({ claims, levelChanges, levelAppeals, endedEarly }: Recorded, nameOf: NameOf) {
  const ended = EndedReviewingSchema.safeParse(endedEarly).data;
  return {
    skipped: claims.map(({ reviewerId, claimedAt, skipReason }) => {
      return { by: nameOf(reviewerId), at: iso(claimedAt), reason: skipReason };
    }),
    endedEarly: ended ? { by: nameOf(ended.byId), at: ended.at, reason: ended.reason } : null,
    changes: levelChanges.map(({ byId, createdAt, criterionId, before, level, reason, appealId }) => {
      return { by: nameOf(byId), at: iso(createdAt), criterionId, before, level, reason, forAppeal: appealId !== null };
    }),
    appeals: levelAppeals.map((appeal) => {
      const { createdAt, criterionId, level, reason, answer, answerLevel, answeredAt, answeredById } = appeal;
      const isAnswered = answer !== null && answeredAt !== null;
      return {
        at: iso(createdAt),
        criterionId,
        level,
        reason,
        answer: isAnswered ? { by: nameOf(answeredById), at: iso(answeredAt), text: answer, level: answerLevel } : null,
      };
    }),
  };
}

function namesIn({ reviews, claims, levelChanges, levelAppeals, endedEarly, candidacy }: Recorded) {
  const ended = EndedReviewingSchema.safeParse(endedEarly).data;
  return [
    ...reviews.map(({ reviewerId }) => reviewerId),
    ...claims.map(({ reviewerId }) => reviewerId),
    ...levelChanges.map(({ byId }) => byId),
    ...levelAppeals.map(({ answeredById }) => answeredById),
    ...(candidacy?.decisions ?? []).map(({ byId }) => byId),
    ended?.byId ?? null,
  ];
}

type InAssessment = Recorded & { candidacy: NonNullable<Recorded["candidacy"]> };

/** Whose, of what, on which version and when. */
function readAbout(session: InAssessment, now: Date) {
  const { candidacy, scenarioVersion, scenarioHash, finishedAt, spentMs, limitMs } = session;
  const { id, name, reviewersPerSession, modelMayGrade } = candidacy.assessment;
  const { title, rubric, slug } = readVersion(scenarioVersion);
  return {
    format: recordFormat,
    madeAt: iso(now),
    organisation: session.organisation?.name ?? "",
    assessment: { id, name, reviewersPerSession, modelMayGrade },
    candidate: candidacy.code,
    session: {
      id: session.id,
      part: session.part?.position ?? 0,
      startedAt: iso(session.startedAt),
      finishedAt: finishedAt && iso(finishedAt),
      spentMs,
      limitMs,
      extraTimePercent: candidacy.extraTimePercent,
      late: lateFactOf(readLate(session.late)),
    },
    scenario: { slug, title, hash: scenarioHash, rubricHash: scenarioVersion.rubricHash },
    rubric,
  } satisfies Partial<SessionRecord>;
}

/** What was let out of it. Nothing is let out before everything of the candidate is complete. */
function readFeedback({ id, candidacy }: InAssessment): SessionRecord["feedback"] {
  return readVersions(candidacy.feedback).map(({ sentAt, parts, policy, words }) => {
    const criteria = policy.levels ? (parts.find(({ sessionId }) => sessionId === id)?.criteria ?? []) : [];
    return { at: sentAt, words, levels: Object.fromEntries(criteria.map(({ id: of, level }) => [of, level])) };
  });
}

async function readGate(organisationId: string, { candidacy: { assessment }, scenarioHash }: InAssessment) {
  const found = await findGate(organisationId, scenarioHash, assessment);
  const measured = await findReport({ organisationId, scenarioHash });
  const { isValidated, words, n: sessions, low } = found;
  const { gateKappa: threshold, gateLeast: least } = assessment;
  const measuredAt = measured && iso(measured.measuredAt);
  return { found, told: { isValidated, words, sessions, low, threshold, least, measuredAt } };
}

/** The log of a session; of its candidate too where nothing else of theirs is under review. */
async function readLog(organisationId: string, session: InAssessment, isAllComplete: boolean) {
  const of = { organisationId, sessionId: session.id, candidacyId: session.candidacy.id };
  return (await readAuditOf(of, isAllComplete)).map((row) => {
    const { at, action, more } = row;
    return { at, who: whoWords(row), action, what: whatWords(row), more };
  });
}

/** Everything that led to what a session comes to. Null for one of no assessment. */
export async function readRecord({ candidacy, ...rest }: Recorded, now: Date): Promise<SessionRecord | null> {
  const { organisationId } = rest;
  if (!candidacy || organisationId === null) return null;
  const session = { ...rest, candidacy };
  const gate = await readGate(organisationId, session);
  const nameOf = await findNames(namesIn(session));
  const isAllComplete = candidacy.sessions.every(({ reviewState }) => reviewState === "complete");
  const decisions = isAllComplete ? candidacy.decisions : [];
  return {
    ...readAbout(session, now),
    transcript: readTurns(session),
    levels: readLevels(session, gate.found),
    reviews: readReviews(session, nameOf),
    ...readPeople(session, nameOf),
    feedback: isAllComplete ? readFeedback(session) : [],
    gate: gate.told,
    grades: readGrades(session, gate.found),
    decisions: decisions.map(({ byId, createdAt, outcome, reason }) => {
      return { by: nameOf(byId), at: iso(createdAt), outcome, reason };
    }),
    log: await readLog(organisationId, session, isAllComplete),
    leftOut: leftOut({ gate: gate.found, isAllComplete }),
  };
}

function leftOut({ gate, isAllComplete }: { gate: FoundGate; isAllComplete: boolean }): string[] {
  return [
    "The candidate’s name and address.",
    "Drafts that did not become an answer, and what came after time was up.",
    ...(gate.hides ? ["What graders made of it: the team hides it until it is validated."] : []),
    ...(isAllComplete
      ? []
      : [
          "Decisions on the candidate, and the candidate’s own steps in the log: another part is still being reviewed.",
        ]),
  ];
}
