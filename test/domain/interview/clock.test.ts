import fc from "fast-check";
import { expect, test } from "vitest";
import { addSpent, awayAfterMs } from "#app/domain/interview/clock.ts";
import { DraftSchema, emptyDraft, unsentAnswer } from "#app/domain/interview/draft.ts";
import { maxAnswerChars } from "#app/domain/interview/session.ts";

const at = (ms: number) => new Date(ms);

test("time between two signs of life counts, up to the moment that counts as away", () => {
  expect(addSpent(1_000, at(0), at(2_500))).toBe(3_500);
  expect(addSpent(1_000, at(0), at(awayAfterMs))).toBe(1_000 + awayAfterMs);
  expect(addSpent(1_000, at(0), at(awayAfterMs + 1))).toBe(1_000);
});

test("a clock that is set back takes no time away", () => {
  expect(addSpent(1_000, at(5_000), at(4_000))).toBe(1_000);
});

test("time spent only ever grows, and never by more than has passed", () => {
  const ms = fc.integer({ min: 0, max: 1e9 });
  fc.assert(
    fc.property(ms, ms, ms, (spent, last, now) => {
      const grown = addSpent(spent, at(last), at(now)) - spent;
      expect(grown).toBeGreaterThanOrEqual(0);
      expect(grown).toBeLessThanOrEqual(Math.max(0, now - last));
    }),
  );
});

test("a draft of an unknown kind is an answer, and one that is too long is refused", () => {
  expect(DraftSchema.parse({ kind: "poem", text: "a", diagram: "" })).toEqual({ ...emptyDraft, text: "a" });
  expect(DraftSchema.safeParse({ ...emptyDraft, text: "x".repeat(maxAnswerChars + 1) }).success).toBe(false);
});

test("of a draft that holds a question only the drawing belongs to the answer", () => {
  expect(unsentAnswer({ kind: "answer", text: "a", diagram: "d" })).toEqual({ text: "a", diagram: "d" });
  expect(unsentAnswer({ kind: "clarification", text: "q?", diagram: "d" })).toEqual({ text: "", diagram: "d" });
});
