import { judgeGate, type Gate, type GateRules } from "#app/domain/hiring/agreement/gate.ts";
import { findReport } from "./find-report.server.ts";

export type FoundGate = Gate & {
  /** The grader's levels and scores are not to be sent at all. */
  hides: boolean;
};

/** Whether a grader's levels on a scenario version stand for a team: from the kept measurement, never worked out here. */
export async function findGate(
  organisationId: string,
  scenarioHash: string,
  { hideUnvalidated, ...rules }: GateRules & { hideUnvalidated: boolean },
): Promise<FoundGate> {
  const gate = judgeGate((await findReport({ organisationId, scenarioHash }))?.report ?? null, rules);
  return { ...gate, hides: hideUnvalidated && !gate.isValidated };
}
