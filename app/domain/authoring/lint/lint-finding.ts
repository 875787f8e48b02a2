/**
 * What reads as a weakness of a rubric although nothing is wrong with its form: each finding says why it matters and how
 * to mend it. None keeps a scenario from being published.
 */
import type { Problem } from "../../scenarios/problem.ts";

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

export type LintFinding = Problem & { rule: LintRule; why: string; fix: string };
