/**
 * What reads as a weakness of a rubric although nothing is wrong with its form: each finding says why it matters and how
 * to mend it. None keeps a scenario from being published.
 */
import type { CalibrationAnswer } from "../../grading/calibration/calibration.ts";
import type { Problem } from "../../scenarios/problem.ts";
import type { Check, Criterion, RedFlag, Scenario } from "../../scenarios/schema.ts";

export const lintRules = [
  "level-without-descriptor",
  "levels-overlap",
  "asks-two-things",
  "vague-word",
  "not-observable",
  "short-phrasing",
  "shared-phrasing",
  "flag-repeats-check",
  "competency-under-five-percent",
  "probe-gives-answer",
  "position-nobody-takes",
  "figure-without-source",
  "no-study-link",
] as const;
export type LintRule = (typeof lintRules)[number];

/** Files are named without their folder, fields as problems name them. */
export type LintFinding = Problem & { rule: LintRule; why: string; fix: string };

/** What is linted. `sections` are the study sections there are; without them nothing is said of links that lead nowhere. */
export type Linted = {
  scenario: Scenario;
  calibration: readonly CalibrationAnswer[];
  sections?: ReadonlySet<string>;
};

/** Where a rule found something, and what. */
export type Found = { file: "rubric.yaml" | "scenario.md"; field: string; message: string };

export type LintSource = (linted: Linted) => Found[];

/** A criterion, check or red flag with the way to it. */
export type Placed<T> = { field: string; item: T };

export function criteriaOf({ scenario }: Linted): Placed<Criterion>[] {
  return scenario.rubric.criteria.map((item, at) => ({ field: `criteria[${at}]`, item }));
}

export function checksOf(linted: Linted): Placed<Check>[] {
  return criteriaOf(linted).flatMap(({ field, item }) =>
    item.checks.map((check, nth) => ({ field: `${field}.checks[${nth}]`, item: check })),
  );
}

export function redFlagsOf(linted: Linted): Placed<RedFlag>[] {
  return criteriaOf(linted).flatMap(({ field, item }) =>
    item.redFlags.map((flag, nth) => ({ field: `${field}.redFlags[${nth}]`, item: flag })),
  );
}

export function inRubric(field: string, message: string): Found {
  return { file: "rubric.yaml", field, message };
}
