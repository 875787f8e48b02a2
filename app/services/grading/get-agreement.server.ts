import { canSeeStudio } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { PeopleAgreement } from "#app/domain/grading/calibration/agreement/people.ts";
import { reportGroup, type GroupAgreement } from "#app/domain/grading/calibration/calibration-report.ts";
import type { AuthorAgreement } from "#app/domain/grading/scorecard/scorecard.ts";
import { env } from "#app/env.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { calibrateOffline, type Calibrated } from "./calibrate.server.ts";
import { measurePeople } from "./measure-people.server.ts";

export type LibraryAgreement = {
  scenarios: ({ slug: string; title: string } & AuthorAgreement)[];
  all: AuthorAgreement;
  /** The same grader against levels that people gave. */
  people: PeopleAgreement;
  canSeeStudio: boolean;
  /** Whether this server has reviewers, who may read finished interviews. */
  readByPeople: boolean;
};

function summarise({ answers, verdicts }: GroupAgreement): AuthorAgreement {
  return { answers, verdicts: verdicts.pairs, exact: verdicts.exact, weightedKappa: verdicts.weightedKappa };
}

/** For one scenario; null where it has no labelled answers. */
export async function findAgreement(entry: Calibrated | null): Promise<AuthorAgreement | null> {
  if (!entry || entry.calibration.length === 0) return null;
  return summarise(reportGroup(await calibrateOffline(entry)));
}

/** For every scenario that is served, also one without labelled answers. */
export async function getAgreement(viewer: Viewer | null): Promise<LibraryAgreement> {
  const { scenarios } = await loadLibrary();
  const { reviewers } = env();
  const [held, people] = await Promise.all([Promise.all(scenarios.map(calibrateOffline)), measurePeople("offline")]);
  return {
    scenarios: scenarios.map(({ scenario: { slug, title } }, at) => ({
      slug,
      title,
      ...summarise(reportGroup(held[at] ?? [])),
    })),
    all: summarise(reportGroup(held.flat())),
    people,
    canSeeStudio: canSeeStudio(viewer, reviewers),
    readByPeople: reviewers.length > 0,
  };
}
