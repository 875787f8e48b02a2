import { canSeeStudio } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { PeopleAgreement } from "#app/domain/grading/calibration/agreement/people.ts";
import type { CalibrationReport } from "#app/domain/grading/calibration/calibration-report.ts";
import { env } from "#app/env.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { reviewableBy } from "#app/services/review/reviewable-by.server.ts";
import { reportOffline } from "./calibrate.server.ts";
import { measurePeople } from "./measure-people.server.ts";

export type CalibrationView = {
  report: CalibrationReport;
  /** Titles by slug. */
  titles: Record<string, string>;
  people: PeopleAgreement;
  /** Whether the viewer is one of those who give levels. */
  canReview: boolean;
};

/**
 * How far the offline grader agrees with the author labels of every calibration answer, and with people where there are
 * any levels by people. Null for whoever may not see the studio: rubrics and strong answers stand here.
 */
export async function getCalibration(viewer: Viewer | null): Promise<CalibrationView | null> {
  if (viewer === null || !canSeeStudio(viewer, env().reviewers)) return null;
  const { scenarios } = await loadLibrary();
  const [report, people] = await Promise.all([reportOffline(scenarios), measurePeople("offline")]);
  return {
    report,
    titles: Object.fromEntries(scenarios.map(({ scenario: { slug, title } }) => [slug, title])),
    people,
    canReview: reviewableBy(viewer) !== null,
  };
}
