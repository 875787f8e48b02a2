/**
 * Study references of a scenario that lead nowhere, which only whoever knows all sections can tell.
 */
import type { Problem } from "../scenarios/problem.ts";
import type { Scenario } from "../scenarios/schema.ts";

/** `sections` are `page#section`. Files are named without their folder. */
export function findDanglingReferences({ rubric }: Scenario, sections: ReadonlySet<string>): Problem[] {
  return rubric.criteria.flatMap((criterion, at) =>
    criterion.checks
      .map((check, nth) => ({ study: check.study, field: `criteria[${at}].checks[${nth}].study` }))
      .concat(
        criterion.redFlags.flatMap(({ study }, nth) =>
          study ? [{ study, field: `criteria[${at}].redFlags[${nth}].study` }] : [],
        ),
      )
      .filter(({ study }) => !sections.has(study))
      .map(({ study, field }) => ({
        file: "rubric.yaml",
        field,
        message: `leads to a section that does not exist: ${study}`,
        severity: "error" as const,
      })),
  );
}
