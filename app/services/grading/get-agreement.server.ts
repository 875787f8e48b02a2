import { exactAgreement, weightedKappa } from "#app/domain/grading/agreement.ts";
import { offlineGrader } from "#app/domain/grading/offline-grader.ts";
import { loadLibrary, type LibraryScenario } from "#app/services/library/load-library.server.ts";
import { calibrateScenario, type ScenarioAgreement } from "./calibrate.server.ts";

/** The offline grader against author labels. Labels by people who did not write the scenario do not exist yet. */
export type Agreement = { answers: number; verdicts: number; exact: number | null; weightedKappa: number | null };

export type LibraryAgreement = { scenarios: ({ slug: string; title: string } & Agreement)[]; all: Agreement };

/** Measured once per content: the offline grader is deterministic. */
const measured = new Map<string, Promise<ScenarioAgreement>>();

function measure(entry: LibraryScenario): Promise<ScenarioAgreement> {
  const key = `${entry.hash} ${entry.calibration.length}`;
  let known = measured.get(key);
  if (!known) {
    known = calibrateScenario(offlineGrader, entry);
    measured.set(key, known);
  }
  return known;
}

function summarise({ answers, pairs, exact, weightedKappa: kappa }: ScenarioAgreement): Agreement {
  return { answers: answers.length, verdicts: pairs.length, exact, weightedKappa: kappa };
}

/** For one scenario by its slug; null where it has no labelled answers. */
export async function findAgreement(slug: string): Promise<Agreement | null> {
  const entry = (await loadLibrary()).scenarios.find(({ scenario }) => scenario.slug === slug);
  if (!entry || entry.calibration.length === 0) return null;
  return summarise(await measure(entry));
}

export async function getAgreement(): Promise<LibraryAgreement> {
  const { scenarios } = await loadLibrary();
  const results = await Promise.all(scenarios.map(measure));
  const pairs = results.flatMap((result) => result.pairs);
  return {
    scenarios: results.map((result, at) => ({
      slug: result.scenario,
      title: scenarios[at]?.scenario.title ?? result.scenario,
      ...summarise(result),
    })),
    all: {
      answers: results.reduce((sum, { answers }) => sum + answers.length, 0),
      verdicts: pairs.length,
      exact: exactAgreement(pairs),
      weightedKappa: weightedKappa(pairs),
    },
  };
}
