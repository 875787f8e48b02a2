import { expect, test } from "vitest";
import {
  answererOf,
  isContestable,
  maxReasonChars,
  refuseAppeal,
  type AppealStatus,
  type AskedAppeal,
} from "#app/domain/grading/appeal.ts";

const shown = { id: "first", criterionIds: ["framing", "economics"] };
const asked = (changes: Partial<AskedAppeal> = {}): AskedAppeal => ({
  gradeId: "first",
  criterionId: "framing",
  reason: "I do name both sides.",
  ...changes,
});
const made = (status: AppealStatus, answeredBy: "person" | "offline" | "anthropic" | null, gradeId = "first") => ({
  gradeId,
  criterionId: "framing",
  status,
  answeredBy,
});

test("the other grader answers where it can be used, otherwise a person", () => {
  expect(answererOf("anthropic", { canUseAnthropic: true })).toBe("offline");
  expect(answererOf("anthropic", { canUseAnthropic: false })).toBe("offline");
  expect(answererOf("offline", { canUseAnthropic: true })).toBe("anthropic");
  expect(answererOf("offline", { canUseAnthropic: false })).toBe("person");
});

test("a level of the grade that is shown can be contested, with a reason of a thousand characters at most", () => {
  expect(refuseAppeal(asked(), { shown, appeals: [] })).toBeNull();
  expect(refuseAppeal(asked({ reason: ` ${"x".repeat(maxReasonChars)} ` }), { shown, appeals: [] })).toBeNull();
  expect(refuseAppeal(asked({ reason: "x".repeat(maxReasonChars + 1) }), { shown, appeals: [] })).toBe("too_long");
  expect(refuseAppeal(asked({ reason: " \n " }), { shown, appeals: [] })).toBe("empty");
});

test("there is nothing to contest without a grade, in another grade, or in a criterion that is not there", () => {
  expect(refuseAppeal(asked(), { shown: null, appeals: [] })).toBe("not_graded");
  expect(refuseAppeal(asked({ gradeId: "older" }), { shown, appeals: [] })).toBe("another_grade");
  expect(refuseAppeal(asked({ criterionId: "charm" }), { shown, appeals: [] })).toBe("no_such_criterion");
});

test("a level is contested once, whatever has come of it, and another criterion of the same grade still can be", () => {
  const appeals = [made("answered", "anthropic")];
  expect(refuseAppeal(asked(), { shown, appeals })).toBe("already_contested");
  expect(refuseAppeal(asked({ criterionId: "economics" }), { shown, appeals })).toBeNull();
});

test("after a new grade a level can be contested anew, unless an appeal is open or a person has answered", () => {
  const contestable = (status: AppealStatus, by: "person" | "anthropic" | null) =>
    isContestable("framing", { gradeId: "second", appeals: [made(status, by)] });
  expect(contestable("answered", "anthropic")).toBe(true);
  expect(contestable("answered", "person")).toBe(false);
  expect(contestable("waiting", null)).toBe(false);
  expect(contestable("regrading", null)).toBe(false);
});
