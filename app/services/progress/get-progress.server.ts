import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";
import { questionsAsked, questionsInAll } from "#app/domain/interview/session.ts";
import { dayOf } from "#app/domain/practice/day.ts";
import { masteryOf, type ApproachMastery, type CompetencyMastery } from "#app/domain/progress/mastery.ts";
import { suggestNext, type Suggestion } from "#app/domain/progress/next-scenario.ts";
import { competencyName } from "#app/domain/scenarios/competency.ts";
import type { Band, ScenarioLevel } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { countedGrade } from "#app/services/grading/counted-grade.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { outsideAssessments } from "#app/services/interview/outside-assessments.server.ts";
import { countDueCards } from "#app/services/practice/get-practice.server.ts";
import { keepCards } from "#app/services/practice/keep-cards.server.ts";
import { listReachable } from "#app/services/library/find-scenario.server.ts";
import { getGoal, type GoalView } from "./get-goal.server.ts";
import { listGradedChecks } from "./list-graded-checks.server.ts";
import { listGradedSessions, type GradedSession } from "./list-graded-sessions.server.ts";

export type Attempt = {
  sessionId: string;
  slug: string;
  title: string;
  finishedAt: string;
  score: number;
  band: Band;
  grader: GraderName;
  level: ScenarioLevel;
};

export type UnfinishedSession = {
  sessionId: string;
  slug: string;
  title: string;
  question: number;
  of: number;
  lastActiveAt: string;
};

/** Finished and without a grade: it is being made, or it failed and can be tried again. */
export type UngradedSession = { sessionId: string; title: string; finishedAt: string };

export type ProgressView = {
  attempts: Attempt[];
  unfinished: UnfinishedSession[];
  ungraded: UngradedSession[];
  competencies: (CompetencyMastery & { name: string })[];
  approaches: ApproachMastery[];
  next: Suggestion | null;
  /** Cards that are due now. */
  dueCards: number;
  goal: GoalView | null;
  scenariosTried: number;
  scenarioCount: number;
};

function attemptOf({ sessionId, scenario, finishedAt, grader, result }: GradedSession): Attempt {
  const { slug, title, level } = scenario;
  const { score, band } = result;
  return { sessionId, slug, title, level, finishedAt: finishedAt.toISOString(), score, band, grader };
}

async function listUnfinished(viewer: Viewer): Promise<UnfinishedSession[]> {
  const sessions = await db().session.findMany({
    where: { ...outsideAssessments, userId: viewer.id, phase: "answering" },
    orderBy: { lastActiveAt: "desc" },
    include: { scenarioVersion: true, turns: true },
  });
  return sessions.map(({ id, slug, scenarioVersion, turns, lastActiveAt }) => {
    const scenario = readVersion(scenarioVersion);
    return {
      sessionId: id,
      slug,
      title: scenario.title,
      question: questionsAsked(turns),
      of: questionsInAll(scenario),
      lastActiveAt: lastActiveAt.toISOString(),
    };
  });
}

async function listUngraded(viewer: Viewer): Promise<UngradedSession[]> {
  const sessions = await db().session.findMany({
    where: { ...outsideAssessments, userId: viewer.id, phase: "finished", grades: { none: countedGrade } },
    orderBy: { finishedAt: "desc" },
    include: { scenarioVersion: true },
  });
  return sessions.map(({ id, scenarioVersion, finishedAt, startedAt }) => ({
    sessionId: id,
    title: readVersion(scenarioVersion).title,
    finishedAt: (finishedAt ?? startedAt).toISOString(),
  }));
}

/** The day of the newest attempt at each scenario. */
function lastDays(graded: readonly GradedSession[]): ReadonlyMap<string, string> {
  return new Map(graded.map(({ scenario, finishedAt }) => [scenario.slug, dayOf(finishedAt)]));
}

/** Attempts oldest first. */
export async function getProgress(viewer: Viewer, now = new Date()): Promise<ProgressView> {
  const graded = await listGradedSessions(viewer);
  await keepCards(viewer, { now, graded });
  const [unfinished, ungraded, scenarios, dueCards] = await Promise.all([
    listUnfinished(viewer),
    listUngraded(viewer),
    listReachable(viewer),
    countDueCards(viewer, now),
  ]);
  const { competencies, approaches } = masteryOf(await listGradedChecks(viewer, graded), now);
  const lastTried = lastDays(graded);
  const candidates = scenarios.map(({ scenario: { slug, title, kind, level, rubric } }) => ({
    slug,
    title,
    level,
    isExercise: kind === "code-reading",
    rubric,
    lastTried: lastTried.get(slug) ?? null,
  }));
  const begun = new Set(unfinished.map(({ slug }) => slug));
  const open = candidates.filter(({ slug }) => !begun.has(slug));
  return {
    attempts: graded.map(attemptOf),
    unfinished,
    ungraded,
    competencies: competencies.map((each) => ({ ...each, name: competencyName[each.competency] })),
    approaches,
    next: suggestNext(competencies, open),
    dueCards,
    goal: await getGoal(viewer, { mastery: competencies, candidates: open, now }),
    scenariosTried: candidates.filter((each) => each.lastTried !== null).length,
    scenarioCount: scenarios.length,
  };
}
