import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { StudyPage } from "#app/domain/content/schema.ts";
import type { GraderName, UngradedReason, Usage } from "#app/domain/grading/grade.ts";
import { GradeResultSchema, GraderNameSchema, UngradedReasonSchema, UsageSchema } from "#app/domain/grading/grade.ts";
import type { GradingProgress } from "#app/domain/grading/grader.ts";
import { markTranscript, viewGrade, type GradeView, type ScorecardTurn } from "#app/domain/grading/scorecard.ts";
import { takenPosition } from "#app/domain/grading/taken-position.ts";
import type { Mode, Phase } from "#app/domain/interview/session.ts";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import type { Band, Position } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import type { Grade } from "#app/db/generated/client.ts";
import { env } from "#app/env.server.ts";
import { findSession, type FoundSession } from "#app/services/interview/find-session.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { findAgreement, type Agreement } from "./get-agreement.server.ts";

export type ScorecardState = "unfinished" | "queued" | "grading" | "graded" | "ungraded";

export type GradeMaking = {
  id: string;
  grader: GraderName;
  model: string | null;
  rubricHash: string;
  latencyMs: number | null;
  costUsd: number | null;
  usage: Usage | null;
  gradedAt: string;
};

export type OtherGrade = {
  id: string;
  grader: GraderName;
  status: Exclude<ScorecardState, "unfinished">;
  score: number | null;
  band: Band | null;
  createdAt: string;
};

export type ScorecardView = {
  session: {
    id: string;
    slug: string;
    title: string;
    mode: Mode;
    phase: Phase;
    startedAt: string;
    finishedAt: string | null;
    spentMs: number;
    answers: number;
    asked: number;
    newerVersion: boolean;
  };
  state: ScorecardState;
  progress: GradingProgress | null;
  ungraded: { reason: UngradedReason; message: string } | null;
  transcript: ScorecardTurn[];
  grade: (GradeView & GradeMaking) | null;
  positions: Position[];
  taken: Approach | null;
  agreement: (Agreement & { labels: "author" }) | null;
  otherGrades: OtherGrade[];
  earlierAttempt: string | null;
  canUseAnthropic: boolean;
};

function makingOf(grade: Grade): GradeMaking {
  const usage = UsageSchema.safeParse(grade.usage);
  return {
    id: grade.id,
    grader: GraderNameSchema.parse(grade.grader),
    model: grade.model,
    rubricHash: grade.rubricHash,
    latencyMs: grade.latencyMs,
    costUsd: grade.costUsd,
    usage: usage.success ? usage.data : null,
    gradedAt: (grade.finishedAt ?? grade.createdAt).toISOString(),
  };
}

function otherGrade(grade: Grade): OtherGrade {
  const { id, status, score, band } = grade;
  const grader = GraderNameSchema.parse(grade.grader);
  return { id, grader, status, score, band: band as Band | null, createdAt: grade.createdAt.toISOString() };
}

function sessionOf({ session, scenario }: FoundSession, currentHash: string | undefined): ScorecardView["session"] {
  const { id, slug, mode, phase, turns, spentMs } = session;
  return {
    id,
    slug,
    mode,
    phase,
    spentMs,
    title: scenario.title,
    startedAt: session.startedAt.toISOString(),
    finishedAt: session.finishedAt?.toISOString() ?? null,
    answers: turns.filter(({ kind }) => kind === "answer").length,
    asked: turns.filter(({ kind }) => kind === "clarification").length,
    newerVersion: currentHash !== undefined && currentHash !== session.scenarioHash,
  };
}

function stateOf(session: FoundSession["session"], grade: Grade | undefined): ScorecardState {
  if (session.phase === "answering" || !grade) return "unfinished";
  return grade.status;
}

function ungradedOf(grade: Grade | undefined): ScorecardView["ungraded"] {
  if (grade?.status !== "ungraded") return null;
  const reason = UngradedReasonSchema.catch("internal").parse(grade.reason);
  return { reason, message: grade.message ?? "The session could not be graded." };
}

function gradeOf(found: FoundSession, grade: Grade | undefined, pages: readonly StudyPage[]) {
  if (grade?.status !== "graded") return null;
  const result = GradeResultSchema.parse(grade.result);
  return { ...viewGrade(found.scenario.rubric, result, pages), ...makingOf(grade) };
}

async function findEarlierAttempt(viewer: Viewer, { session }: FoundSession): Promise<string | null> {
  const earlier = await db().session.findFirst({
    where: {
      userId: viewer.id,
      slug: session.slug,
      startedAt: { lt: session.startedAt },
      grades: { some: { status: "graded" } },
    },
    orderBy: { startedAt: "desc" },
    select: { id: true },
  });
  return earlier?.id ?? null;
}

/**
 * Everything the scorecard shows. The newest grade that succeeded counts; a newer one that is under way or failed shows
 * as the state. Null when the session is absent or not the viewer's.
 */
export async function getScorecard(viewer: Viewer, sessionId: string): Promise<ScorecardView | null> {
  const found = await findSession(viewer, sessionId);
  if (!found) return null;
  const { session, scenario } = found;
  const [grades, library, agreement, earlierAttempt] = await Promise.all([
    db().grade.findMany({ where: { sessionId }, orderBy: { createdAt: "desc" } }),
    loadLibrary(),
    findAgreement(session.slug),
    findEarlierAttempt(viewer, found),
  ]);
  const newest = grades[0];
  const graded = grades.find(({ status }) => status === "graded");
  const grade = gradeOf(found, graded, library.pages);
  const current = library.scenarios.find((entry) => entry.scenario.slug === session.slug);
  return {
    session: sessionOf(found, current?.hash),
    state: stateOf(session, newest),
    progress: newest?.progress as GradingProgress | null,
    ungraded: ungradedOf(newest),
    transcript: markTranscript(session.turns, grade),
    grade,
    positions: grade ? scenario.positions : [],
    taken: grade ? takenPosition(session.turns) : null,
    agreement: agreement && { ...agreement, labels: "author" },
    otherGrades: grades.filter(({ id }) => id !== graded?.id).map(otherGrade),
    earlierAttempt,
    canUseAnthropic: env().anthropic.apiKey !== null,
  };
}
