import { expect, test } from "vitest";
import { whichCounts, whoAnswers } from "#app/components/scorecard/appeal/appeal-words.ts";
import type { AppealOutcome } from "#app/domain/grading/appeal.ts";

const counts = (outcome: AppealOutcome, hasReviewers = true) =>
  whichCounts(
    {
      id: "1",
      criterionId: "framing",
      reason: "I do.",
      createdAt: "2026-11-21T10:00:00Z",
      first: { grader: "offline", level: 2 },
      outcome,
    },
    hasReviewers,
  );

test("before a level is contested it is said who answers, and what leaves the server", () => {
  expect(whoAnswers({ answerer: "anthropic", hasReviewers: false })).toContain("sent to Anthropic");
  expect(whoAnswers({ answerer: "offline", hasReviewers: false })).toContain("does not see your reason");
  expect(whoAnswers({ answerer: "person", hasReviewers: true })).toContain("without your name");
  expect(whoAnswers({ answerer: "person", hasReviewers: false })).toContain("no reviewers yet");
});

test("which level counts is said for everything that can come of an appeal", () => {
  expect(counts({ state: "person", level: 4, comment: "" })).toContain("counts over a grader’s");
  expect(counts({ state: "person", level: 2, comment: "" })).toContain("nothing changes");
  expect(counts({ state: "person", level: null, comment: "" })).toContain("the grader’s level stands");
  expect(counts({ state: "grader", grader: "anthropic", level: 3 })).toContain("neither overrides");
  expect(counts({ state: "grader", grader: "anthropic", level: 2 })).toContain("nothing changes");
  expect(counts({ state: "waiting" })).toContain("Until then the level above stands");
  expect(counts({ state: "waiting" }, false)).toContain("no reviewers yet");
  expect(counts({ state: "regrading", grader: "anthropic" })).toContain("stays as first graded");
  expect(counts({ state: "ungraded", grader: "anthropic", message: "" })).toContain("The level stands");
});
