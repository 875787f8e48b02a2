/**
 * Reads a draft in the browser, with the very functions that `tradeoff check` and publishing use. Load it by `import()`:
 * it carries the whole reading of scenarios and the rules about rubrics.
 */
import type { DraftFiles } from "#app/domain/authoring/draft.ts";
import { lintRubric } from "#app/domain/authoring/lint/lint-rubric.ts";
import { readDraft } from "#app/domain/authoring/read-draft.ts";
import type { Reading } from "./reading.ts";

export function readNow(address: string, files: DraftFiles, sections: ReadonlySet<string>): Reading {
  const { scenario, calibration, problems } = readDraft(address, files, { sections });
  return { problems, findings: scenario ? lintRubric({ scenario, calibration, sections }) : [] };
}
