import type { Transcript } from "../../interview/transcript.ts";
import type { Scenario } from "../../scenarios/schema.ts";
import type { NumberFinding } from "../findings.ts";

/** Statements of quantity in the candidate's turns, each recomputed where it can be. */
export function checkNumbers(_scenario: Scenario, _transcript: Transcript): NumberFinding[] {
  return [];
}
