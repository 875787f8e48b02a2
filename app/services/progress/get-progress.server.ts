import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";
import { questionsAsked, questionsInAll } from "#app/domain/interview/session.ts";
import { masteryOf, type CompetencyMastery } from "#app/domain/progress/mastery.ts";
import { suggestNext, type Suggestion } from "#app/domain/progress/next-scenario.ts";
import { competencyName } from "#app/domain/scenarios/competency.ts";
import type { Band, ScenarioLevel } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { countedGrade } from "#app/services/grading/counted-grade.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
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
  next: Suggestion | null;
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
    where: { userId: viewer.id, phase: "answering" },
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
    where: { userId: viewer.id, phase: "finished", grades: { none: countedGrade } },
    orderBy: { finishedAt: "desc" },
    include: { scenarioVersion: true },
  });
  return sessions.map(({ id, scenarioVersion, finishedAt, startedAt }) => ({
    sessionId: id,
    title: readVersion(scenarioVersion).title,
    finishedAt: (finishedAt ?? startedAt).toISOString(),
  }));
}

/** Attempts oldest first. */
export async function getProgress(viewer: Viewer): Promise<ProgressView> {
  const [graded, unfinished, ungraded, { scenarios }] = await Promise.all([
    listGradedSessions(viewer),
    listUnfinished(viewer),
    listUngraded(viewer),
    loadLibrary(),
  ]);
  const mastery = masteryOf(graded.map(({ result }) => result.criteria));
  const bestAt = (slug: string) => {
    const scores = graded.filter(({ scenario }) => scenario.slug === slug).map(({ result }) => result.score);
    return scores.length === 0 ? null : Math.max(...scores);
  };
  const begun = new Set(unfinished.map(({ slug }) => slug));
  const candidates = scenarios.map(({ scenario: { slug, title, kind, rubric } }) => ({
    slug,
    title,
    isExercise: kind === "code-reading",
    rubric,
    bestScore: bestAt(slug),
  }));
  return {
    attempts: graded.map(attemptOf),
    unfinished,
    ungraded,
    competencies: mastery.map((each) => ({ ...each, name: competencyName[each.competency] })),
    next: suggestNext(
      mastery,
      candidates.filter(({ slug }) => !begun.has(slug)),
    ),
    scenariosTried: candidates.filter(({ bestScore }) => bestScore !== null).length,
    scenarioCount: scenarios.length,
  };
}
