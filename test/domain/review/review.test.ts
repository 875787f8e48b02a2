import { expect, test } from "vitest";
import { maxCommentChars, readReview } from "#app/domain/review/review.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

const { rubric } = gradedScenario;

test("levels that were given are kept, cannot tell and empty comments are not", () => {
  const given = { levels: { framing: 3, economics: null }, comments: { framing: " Clear. ", economics: "  " } };
  expect(readReview(rubric, given)).toEqual({ ok: true, levels: { framing: 3 }, comments: { framing: "Clear." } });
});

test("what the rubric does not have is not kept", () => {
  const given = { levels: { framing: 0, economics: 4, style: 4 }, comments: { style: "Nice." } };
  expect(readReview(rubric, given)).toEqual({ ok: true, levels: { framing: 0, economics: 4 }, comments: {} });
});

test("every criterion that was passed over is named", () => {
  expect(readReview(rubric, { levels: {}, comments: {} })).toEqual({
    ok: false,
    problems: [
      { criterion: "framing", message: "Choose a level, or that you cannot tell." },
      { criterion: "economics", message: "Choose a level, or that you cannot tell." },
    ],
  });
});

test("a review without any level is none", () => {
  const given = { levels: { framing: null, economics: null }, comments: {} };
  expect(readReview(rubric, given)).toMatchObject({ ok: false, problems: [{ criterion: "framing" }] });
});

test.each([5, -1, 2.5, NaN])("%s is not a level", (level) => {
  const read = readReview(rubric, { levels: { framing: level, economics: 1 }, comments: {} });
  expect(read).toEqual({ ok: false, problems: [{ criterion: "framing", message: "A level is 0, 1, 2, 3 or 4." }] });
});

test("a comment over the cap is refused with both numbers", () => {
  const comments = { economics: "x".repeat(maxCommentChars + 1) };
  expect(readReview(rubric, { levels: { framing: 1, economics: 1 }, comments })).toEqual({
    ok: false,
    problems: [{ criterion: "economics", message: "This comment has 2001 characters; 2,000 are the most." }],
  });
});
