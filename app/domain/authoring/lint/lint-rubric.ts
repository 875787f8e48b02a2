/** All rules over one scenario. */
import type { CalibrationAnswer } from "../../grading/calibration/calibration.ts";
import type { Scenario } from "../../scenarios/schema.ts";
import type { LintFinding } from "./lint-finding.ts";

/** What is linted; `sections` are the study sections there are, null where nobody knows them. */
export type Linted = {
  scenario: Scenario;
  calibration: readonly CalibrationAnswer[];
  sections?: ReadonlySet<string> | null;
};

/** Files are named without their folder, fields as problems name them. */
export function lintRubric(_linted: Linted): LintFinding[] {
  return [];
}
