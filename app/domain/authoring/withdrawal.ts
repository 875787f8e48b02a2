/**
 * Taking a scenario out of the library. What was published stays for those who took it: it is archived, never deleted;
 * and what an assessment uses stays until the assessment is over.
 */

export type WithdrawalRefusal = "used_by_assessment" | "published";

/** `openAssessments` are interviews of an assessment on this scenario that have begun and not ended. */
export type ScenarioUse = { openAssessments: number; versions: number };

export function refuseArchiving({ openAssessments }: ScenarioUse): WithdrawalRefusal | null {
  return openAssessments > 0 ? "used_by_assessment" : null;
}

export function refuseDeleting(use: ScenarioUse): WithdrawalRefusal | null {
  if (use.openAssessments > 0) return "used_by_assessment";
  return use.versions > 0 ? "published" : null;
}

export const withdrawalWords: Record<WithdrawalRefusal, string> = {
  used_by_assessment: "An assessment is under way on this scenario. It can be archived when that is over.",
  published: "What was published stays for those who took it. Archive the scenario instead.",
};
