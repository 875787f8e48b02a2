import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { isLabelled } from "#app/domain/grading/calibration/calibration.ts";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import type { GradeResult } from "#app/domain/grading/grade.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { viewGrade, type GradeView } from "#app/domain/grading/scorecard/grade-view.ts";
import { markTranscript, type ScorecardTurn } from "#app/domain/grading/scorecard/marked-transcript.ts";
import { differencesFrom, type Difference } from "#app/domain/grading/scorecard/model-answer.ts";
import { takenPosition } from "#app/domain/grading/scorecard/taken-position.ts";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import type { Position } from "#app/domain/scenarios/schema.ts";
import { findOwnResult } from "#app/services/interview/find-session.server.ts";
import {
  findScenarioOf,
  listSituationsOf,
  type ReachableScenario,
} from "#app/services/library/find-scenario.server.ts";
import { hashOf, type LibraryScenario } from "#app/services/library/load-library.server.ts";
import { listPagesFor } from "#app/services/library/material/sections-for.server.ts";
import { findGrade } from "./find-grade.server.ts";

export type ModelAnswerView = {
  session: { id: string; slug: string; title: string };
  /** Who wrote it, in the words of its label. */
  author: string;
  /** Whether the scenario has changed since one's own interview: the answer is to how it is now. */
  newerVersion: boolean;
  transcript: ScorecardTurn[];
  grade: GradeView;
  /** Checks its author says it meets. */
  labelledMet: number;
  positions: readonly Position[];
  taken: Approach | null;
  bestAfterTwist: Approach | null;
  /** Null where one's own interview has no grade. */
  differences: Difference[] | null;
};

const strongName = "strong";

/** The offline grader is deterministic: what it makes of the same answer is kept. */
const kept = new Map<string, Promise<GradeResult | null>>();
const mostKept = 100;

function strongAnswerOf({ calibration }: LibraryScenario) {
  return calibration.find((answer) => answer.name === strongName && isLabelled(answer)) ?? null;
}

async function grade(entry: ReachableScenario): Promise<GradeResult | null> {
  const answer = strongAnswerOf(entry);
  if (!answer) return null;
  const { scenario } = entry;
  const known = await listSituationsOf(entry.organisationId);
  const graded = await gradeTranscript(offlineGrader, { scenario, transcript: answer.transcript, known });
  return graded.status === "graded" ? graded.result : null;
}

function gradeOnce(entry: ReachableScenario): Promise<GradeResult | null> {
  const key = `${entry.hash} ${hashOf(strongAnswerOf(entry))}`;
  const making = kept.get(key) ?? grade(entry);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, making);
  making.catch(() => kept.delete(key));
  return making;
}

/** Whether a scenario has a strong answer to show once somebody has given their own. */
export function hasModelAnswer(entry: LibraryScenario | null): boolean {
  return entry !== null && strongAnswerOf(entry) !== null;
}

function countLabelledMet({ scenario, calibration }: LibraryScenario): number {
  const verdicts = calibration.find(({ name }) => name === strongName)?.labels.verdicts ?? {};
  return scenario.rubric.criteria.flatMap(({ checks }) => checks).filter(({ id }) => verdicts[id] === "met").length;
}

/**
 * The strong answer by the author of a scenario, as it is in the library now, held against the rubric and against one's own.
 * Only after one's own: null while the session goes on, for whoever is not its candidate, and where there is no such answer.
 */
export async function getModelAnswer(viewer: Viewer, sessionId: string): Promise<ModelAnswerView | null> {
  const found = await findOwnResult(viewer, sessionId);
  if (!found || found.session.phase !== "finished") return null;
  const { session } = found;
  const entry = await findScenarioOf(viewer, session);
  const answer = entry && strongAnswerOf(entry);
  if (!answer) return null;
  const [result, own, pages] = await Promise.all([
    gradeOnce(entry),
    findGrade(found),
    listPagesFor(session.organisationId),
  ]);
  if (!result) return null;
  const { scenario, hash } = entry;
  const view = viewGrade(scenario.rubric, result, pages);
  return {
    session: { id: session.id, slug: session.slug, title: scenario.title },
    author: answer.labels.author,
    newerVersion: hash !== session.scenarioHash,
    transcript: markTranscript(answer.transcript, view),
    grade: view,
    labelledMet: countLabelledMet(entry),
    positions: scenario.positions,
    taken: scenario.positions.length === 0 ? null : takenPosition(answer.transcript, scenario.twist),
    bestAfterTwist: scenario.twist?.best ?? null,
    differences: own && differencesFrom(view, own),
  };
}
