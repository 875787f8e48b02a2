import type { DraftFiles } from "#app/domain/authoring/draft.ts";
import { judgePublishing } from "#app/domain/authoring/publishing.ts";
import { readDraft } from "#app/domain/authoring/read-draft.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { calibrateOffline } from "#app/services/grading/calibrate.server.ts";
import { checkDiagrams } from "#app/services/library/check-diagrams.server.ts";
import { hashOf, type LibraryScenario } from "#app/services/library/load-library.server.ts";
import { sectionsFor } from "#app/services/library/material/sections-for.server.ts";

/** `entry` is null where the draft cannot be read; then nothing was graded. */
export type JudgedDraft = {
  entry: (LibraryScenario & { organisationId: string }) | null;
  errors: Problem[];
  refusals: string[];
  warnings: string[];
};

/** Whether a draft may be published: its problems, and what the offline grader makes of its labelled answers. */
export async function judgeDraft({
  address,
  organisationId,
  files,
}: {
  address: string;
  organisationId: string;
  files: DraftFiles;
}): Promise<JudgedDraft> {
  const read = readDraft(address, files, { sections: await sectionsFor(organisationId) });
  const problems = [...read.problems, ...(await checkDiagrams("scenario.md", read.diagrams))];
  const errors = problems.filter(({ severity }) => severity === "error");
  const { scenario, calibration, diagrams } = read;
  if (!scenario || errors.length > 0) return { entry: null, errors, refusals: [], warnings: [] };
  const hashes = { hash: hashOf(scenario), rubricHash: hashOf(scenario.rubric) };
  const entry = { scenario, ...hashes, calibration, diagrams, organisationId };
  const held = await calibrateOffline(entry);
  return { entry, errors, ...judgePublishing({ scenario, calibration, held, problems }) };
}

/** A problem in one line, in the words of the check on the command line. */
export function problemWords({ file, field, message }: Problem): string {
  return `${file}, ${field}: ${message}`;
}
