import { exactAgreement, weightedKappa, type VerdictPair } from "#app/domain/grading/agreement.ts";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import type { Grader } from "#app/domain/grading/grader.ts";
import type { Band, Verdict } from "#app/domain/scenarios/schema.ts";
import type { LibraryScenario } from "#app/services/library/load-library.server.ts";

export type Disagreement = { scenario: string; answer: string; check: string; label: Verdict; verdict: Verdict };

export type CalibratedAnswer = {
  name: string;
  status: "graded" | "ungraded";
  reason: string | null;
  score: number | null;
  band: Band | null;
  labelledBand: Band;
};

export type ScenarioAgreement = {
  scenario: string;
  answers: CalibratedAnswer[];
  exact: number | null;
  weightedKappa: number | null;
  pairs: VerdictPair[];
  disagreements: Disagreement[];
};

/** Grades every labelled answer of a scenario and holds the verdicts against its author labels. */
export async function calibrateScenario(grader: Grader, entry: LibraryScenario): Promise<ScenarioAgreement> {
  const { scenario, calibration } = entry;
  const answers: CalibratedAnswer[] = [];
  const pairs: VerdictPair[] = [];
  const disagreements: Disagreement[] = [];
  for (const { name, labels, transcript } of calibration) {
    const graded = await gradeTranscript(grader, { scenario, transcript });
    const labelledBand = labels.band;
    if (graded.status === "ungraded") {
      answers.push({ name, status: "ungraded", reason: graded.reason, score: null, band: null, labelledBand });
      continue;
    }
    const { score, band, criteria } = graded.result;
    answers.push({ name, status: "graded", reason: null, score, band, labelledBand });
    for (const { id, verdict } of criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags])) {
      const label = labels.verdicts[id];
      if (!label) continue;
      pairs.push({ first: label, second: verdict });
      if (label !== verdict) disagreements.push({ scenario: scenario.slug, answer: name, check: id, label, verdict });
    }
  }
  return {
    scenario: scenario.slug,
    answers,
    exact: exactAgreement(pairs),
    weightedKappa: weightedKappa(pairs),
    pairs,
    disagreements,
  };
}
