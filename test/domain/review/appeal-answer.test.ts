import { expect, test } from "vitest";
import { readAppealAnswer } from "#app/domain/review/appeal-answer.ts";
import { maxCommentChars } from "#app/domain/review/review.ts";

test("an answer is a level, or that it cannot be told, and why", () => {
  expect(readAppealAnswer({ level: 3, comment: " Said plainly. " })).toEqual({
    ok: true,
    level: 3,
    comment: "Said plainly.",
  });
  expect(readAppealAnswer({ level: null, comment: "The drawing is cut off." })).toMatchObject({
    ok: true,
    level: null,
  });
});

test("what is missing or out of range is named", () => {
  const fieldsOf = (level: number | null | undefined, comment: string) => {
    const read = readAppealAnswer({ level, comment });
    return read.ok ? [] : read.problems.map(({ field }) => field);
  };
  expect(fieldsOf(undefined, " ")).toEqual(["level", "comment"]);
  expect(fieldsOf(5, "Why.")).toEqual(["level"]);
  expect(fieldsOf(2.5, "Why.")).toEqual(["level"]);
  expect(fieldsOf(2, "x".repeat(maxCommentChars + 1))).toEqual(["comment"]);
});
