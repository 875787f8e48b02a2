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

test("what comes late is kept up to a bound, however often it is sent", () => {
  const sent = (text: string) => ({ text, diagram: "" });
  let late = addLate(null, sent("a".repeat(20_000)), { said: [], now: new Date(0) });
  for (let round = 0; round < 9; round += 1) {
    late = addLate(late, sent(`${round}${"b".repeat(19_000)}`), { said: [], now: new Date(round) }) ?? late;
  }
  expect(late?.text.length).toBeGreaterThan(20_000);
  expect(late?.text.length).toBeLessThanOrEqual(60_000);
});
