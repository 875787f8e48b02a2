import type { Transcript } from "../interview/transcript.ts";
import type { Scenario } from "../scenarios/schema.ts";
import type { DiagramFinding } from "./findings.ts";

/** The candidate's diagrams, each held against the rules that matter in the scenario. */
export function readDiagrams(_scenario: Scenario, _transcript: Transcript): DiagramFinding[] {
  return [];
}
