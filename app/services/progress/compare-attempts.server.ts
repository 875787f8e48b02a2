import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";
import { viewGrade, type CheckView, type CriterionView } from "#app/domain/grading/scorecard/grade-view.ts";
import type { Band, Verdict } from "#app/domain/scenarios/schema.ts";
import { listGradedSessions, type GradedSession } from "./list-graded-sessions.server.ts";

export type AttemptSide = {
  sessionId: string;
  finishedAt: string;
  score: number;
  band: Band;
  grader: GraderName;
  rubricHash: string;
  answers: number;
};

export type ComparedCheck = {
  key: string;
  title: string;
  verdicts: [Verdict | null, Verdict | null];
  quotes: [string[], string[]];
};

export type ComparedCriterion = {
  key: string;
  title: string;
  levels: [number | null, number | null];
  checks: ComparedCheck[];
};

export type CompareView = {
  title: string;
  slug: string;
  attempts: [AttemptSide, AttemptSide];
  sameRubric: boolean;
  criteria: ComparedCriterion[];
};

function sideOf({ sessionId, finishedAt, result, grader, rubricHash, turns }: GradedSession): AttemptSide {
  const answers = turns.filter(({ kind }) => kind === "answer").length;
  const { score, band } = result;
  return { sessionId, finishedAt: finishedAt.toISOString(), score, band, grader, rubricHash, answers };
}

function compareChecks(one: CriterionView | undefined, other: CriterionView | undefined): ComparedCheck[] {
  const both = [...(one?.checks ?? []), ...(other?.checks ?? [])];
  const find = (criterion: CriterionView | undefined, id: string) => criterion?.checks.find((check) => check.id === id);
  const words = (check: CheckView | undefined) => (check?.quotes ?? []).map(({ text }) => text);
  return [...new Map(both.map((check) => [check.id, check])).values()].map(({ id, key, title }) => {
    const [a, b] = [find(one, id), find(other, id)];
    return { key, title, verdicts: [a?.verdict ?? null, b?.verdict ?? null], quotes: [words(a), words(b)] };
  });
}

/** Criteria are paired by id, so that attempts at two versions of a scenario can still be compared. */
function compareCriteria(first: readonly CriterionView[], second: readonly CriterionView[]): ComparedCriterion[] {
  const all = new Map([...first, ...second].map((criterion) => [criterion.id, criterion]));
  return [...all.values()].map(({ id, key, title }) => {
    const [a, b] = [first.find((each) => each.id === id), second.find((each) => each.id === id)];
    return { key, title, levels: [a?.level ?? null, b?.level ?? null], checks: compareChecks(a, b) };
  });
}

/** Two graded attempts of the viewer at one scenario; null if they are not that. */
export async function compareAttempts(
  viewer: Viewer,
  { first, second }: { first: string; second: string },
): Promise<CompareView | null> {
  const found = await listGradedSessions(viewer, { id: { in: [first, second] } });
  const [a, b] = [first, second].map((id) => found.find(({ sessionId }) => sessionId === id));
  if (!a || !b || a.scenario.slug !== b.scenario.slug) return null;
  const view = ({ scenario, result }: GradedSession) => viewGrade(scenario.rubric, result, []).criteria;
  return {
    title: b.scenario.title,
    slug: b.scenario.slug,
    attempts: [sideOf(a), sideOf(b)],
    sameRubric: a.rubricHash === b.rubricHash,
    criteria: compareCriteria(view(a), view(b)),
  };
}
