import { writtenFiles, type DraftFiles } from "#app/domain/authoring/draft.ts";
import { readScenarioFiles } from "#app/domain/authoring/read-draft.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { checkDiagrams } from "#app/services/library/check-diagrams.server.ts";

/** What is wrong with the drawings of a draft's brief: Mermaid itself reads them, which it does here and not on the page. */
export function checkDrawings(address: string, files: DraftFiles): Promise<Problem[]> {
  return checkDiagrams("scenario.md", readScenarioFiles(address, writtenFiles(files)).diagrams);
}
