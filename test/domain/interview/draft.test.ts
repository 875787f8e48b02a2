import { expect, test } from "vitest";
import { addLate } from "#app/domain/interview/draft.ts";

const now = new Date("2026-12-03T10:00:00Z");
const at = now.toISOString();
const sent = (text: string, diagram = "") => ({ text, diagram });

test("what goes on from what came before takes its place, and anything else stands below it", () => {
  const first = addLate(null, sent("Too la"), { said: [], now });
  expect(first).toEqual({ text: "Too la", diagram: "", at });
  const second = addLate(first, sent("Too late."), { said: [], now });
  expect(second?.text).toBe("Too late.");
  expect(addLate(second, sent("From another tab.", "A --> B"), { said: [], now })).toEqual({
    text: "Too late.\n\nFrom another tab.",
    diagram: "A --> B",
    at,
  });
});

test("what has been said, or has come already, or is nothing, adds nothing", () => {
  const late = { text: "Too late.\n\nFrom another tab.", diagram: "", at };
  expect(addLate(null, sent("Said in time. "), { said: ["Said in time."], now })).toBeNull();
  expect(addLate(late, sent("From another tab."), { said: [], now })).toBeNull();
  expect(addLate(late, sent("", "  "), { said: [], now })).toBeNull();
});
