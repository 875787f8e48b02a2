/**
 * An appeal: a candidate's objection to the level of one criterion in the grade that is shown, with a reason. It is made
 * once and answered once, by the grader that did not give the level, or by a person. Neither result replaces the other.
 * Which counts is a rule: a person's level counts over a grader's; of two graders neither overrides the other.
 */
import type { GraderName } from "./grade.ts";

export const maxReasonChars = 1_000;

export type AppealStatus = "regrading" | "waiting" | "answered";
export type Answerer = GraderName | "person";

/** The grader that did not give the level, where it can be used; otherwise a person. */
export function answererOf(first: GraderName, { canUseAnthropic }: { canUseAnthropic: boolean }): Answerer {
  if (first === "anthropic") return "offline";
  return canUseAnthropic ? "anthropic" : "person";
}

export type AppealRefusal =
  "empty" | "too_long" | "not_graded" | "another_grade" | "no_such_criterion" | "already_contested";

export const appealRefusalMessage: Record<AppealRefusal, string> = {
  empty: "Say why first: which words of yours speak for another level?",
  too_long: `A reason may be at most ${maxReasonChars.toLocaleString("en")} characters long. Shorten it and send it again.`,
  not_graded: "There is no grade yet, so there is no level to contest.",
  another_grade: "This interview has been graded again since. Look at the newer level before you contest it.",
  no_such_criterion: "This criterion is not part of the grade. Reload the page.",
  already_contested:
    "You have contested this level already. It can be contested once; what came of it stands beside it.",
};

type Made = { gradeId: string; criterionId: string; status: AppealStatus; answeredBy: Answerer | null };

/** While an appeal is open, and once a person has answered one, a newer grade changes nothing about the criterion. */
function settles(appeal: Made, gradeId: string): boolean {
  return appeal.gradeId === gradeId || appeal.status !== "answered" || appeal.answeredBy === "person";
}

export function isContestable(
  criterionId: string,
  { gradeId, appeals }: { gradeId: string; appeals: readonly Made[] },
): boolean {
  return !appeals.some((appeal) => appeal.criterionId === criterionId && settles(appeal, gradeId));
}

export type AskedAppeal = { gradeId: string; criterionId: string; reason: string };

/** `shown` is the grade that counts for the session, null where there is none; `appeals` are all of the session. */
export function refuseAppeal(
  { gradeId, criterionId, reason }: AskedAppeal,
  { shown, appeals }: { shown: { id: string; criterionIds: readonly string[] } | null; appeals: readonly Made[] },
): AppealRefusal | null {
  if (shown === null) return "not_graded";
  if (!isContestable(criterionId, { gradeId, appeals })) return "already_contested";
  if (shown.id !== gradeId) return "another_grade";
  if (!shown.criterionIds.includes(criterionId)) return "no_such_criterion";
  if (reason.trim() === "") return "empty";
  return reason.trim().length > maxReasonChars ? "too_long" : null;
}

/** What came of an appeal. A person who cannot tell gives no level; the grader's then stands. */
export type AppealOutcome =
  | { state: "regrading"; grader: GraderName }
  | { state: "ungraded"; grader: GraderName; message: string }
  | { state: "waiting" }
  | { state: "grader"; grader: GraderName; level: number }
  | { state: "person"; level: number | null; comment: string };

export type AppealView = {
  id: string;
  criterionId: string;
  reason: string;
  createdAt: string;
  first: { grader: GraderName; level: number };
  outcome: AppealOutcome;
};

/** What the candidate contested, newest first, and who would answer another appeal. */
export type Contests = {
  appeals: readonly AppealView[];
  /** Ids of the criteria whose level can still be contested. */
  contestable: readonly string[];
  answerer: Answerer;
  /** Whether there is anybody who could answer for a person. */
  hasReviewers: boolean;
};
