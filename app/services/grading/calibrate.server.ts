import { setImmediate as letOthersRun } from "node:timers/promises";
import { reportCalibration, type CalibrationReport } from "#app/domain/grading/calibration/calibration-report.ts";
import { isLabelled } from "#app/domain/grading/calibration/calibration.ts";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import type { Grader } from "#app/domain/grading/grader.ts";
import { holdAnswer, type HeldAnswer } from "#app/domain/grading/calibration/held-answer.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { listSituationsOf } from "#app/services/library/find-scenario.server.ts";
import { hashOf, type LibraryScenario } from "#app/services/library/load-library.server.ts";

/** What is not an organisation's ships. */
export type Calibrated = LibraryScenario & { organisationId?: string | null };

/** Grades every labelled answer of a scenario and holds the verdicts against its author labels; drafts are left out. */
export async function calibrateScenario(grader: Grader, entry: Calibrated): Promise<HeldAnswer[]> {
  const { scenario, calibration, organisationId = null } = entry;
  const known = await listSituationsOf(organisationId);
  const held: HeldAnswer[] = [];
  for (const answer of calibration.filter(isLabelled)) {
    const graded = await gradeTranscript(grader, { scenario, transcript: answer.transcript, known });
    held.push(holdAnswer(scenario, answer, graded));
    // The offline grader does not wait for anything by itself, and a server has visitors.
    await letOthersRun();
  }
  return held;
}

/** The offline grader is deterministic: what it makes of the same content is kept. */
const mostKept = 200;

function keep<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const making = make();
  kept.set(key, making);
  making.catch(() => kept.delete(key));
  return making;
}

const keyOf = ({ hash, calibration }: LibraryScenario) => `${hash} ${hashOf(calibration)}`;

const keptAnswers = new Map<string, Promise<HeldAnswer[]>>();
const keptReports = new Map<string, Promise<CalibrationReport>>();

/** What the offline grader makes of a scenario's labelled answers. */
export function calibrateOffline(entry: Calibrated): Promise<HeldAnswer[]> {
  return keep(keptAnswers, keyOf(entry), () => calibrateScenario(offlineGrader, entry));
}

/** The same for several scenarios, as a report. */
export function reportOffline(entries: readonly LibraryScenario[]): Promise<CalibrationReport> {
  return keep(keptReports, entries.map(keyOf).join(" "), async () => {
    const held = await Promise.all(entries.map(calibrateOffline));
    return reportCalibration(held.flat());
  });
}
