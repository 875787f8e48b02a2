/**
 * Whether a draft may be published: its labelled answers must come out in the order that their author puts them in.
 */
import type { CalibrationAnswer } from "../grading/calibration/calibration.ts";
import type { HeldAnswer } from "../grading/calibration/held-answer.ts";
import type { Problem } from "../scenarios/problem.ts";
import type { Scenario } from "../scenarios/schema.ts";

/** `held` are the labelled answers as the offline grader graded them; `problems` those of the reading. */
export type ForPublishing = {
  scenario: Scenario;
  calibration: readonly CalibrationAnswer[];
  held: readonly HeldAnswer[];
  problems?: readonly Problem[];
};

/** Refusals keep a draft from being published; warnings have to be accepted by whoever publishes. */
export type PublishingJudgement = { refusals: string[]; warnings: string[] };

export function judgePublishing(_draft: ForPublishing): PublishingJudgement {
  return { refusals: [], warnings: [] };
}
