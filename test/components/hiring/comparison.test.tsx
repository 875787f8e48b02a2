// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ComparedCriterion } from "#app/components/hiring/comparison/compared-criterion.tsx";
import { apartWords, nextWords } from "#app/components/hiring/comparison/reading-words.ts";
import type { ComparedCriterion as Compared, Comparison, ReadingBy } from "#app/domain/hiring/comparison.ts";

afterEach(cleanup);

const reading = (by: string, level: number | null, more: Partial<ReadingBy> = {}): ReadingBy => ({
  by,
  as: by === "You" ? "you" : "colleague",
  level,
  comment: "",
  quotes: [],
  ...more,
});

const compared: Compared = {
  id: "framing",
  key: "A",
  title: "Framing the need",
  readings: [
    reading("You", 3, { comment: "Puts the dialect on its side." }),
    reading("Rex Second", 1, { quotes: [{ seq: 2, start: 0, end: 11, text: "The dialect" }] }),
  ],
  grader: 4,
  settled: null,
  apart: 3,
};

const readings = () =>
  screen.getAllByRole("listitem").map((item) => within(item).getByRole("heading", { level: 4 }).textContent);

test("one's own reading comes first, then colleagues' with what they rest on, then the grader's, marked", () => {
  render(<ComparedCriterion criterion={compared} missing={0} grader={{ isValidated: false }} />);
  expect(readings()).toEqual(["You", "Rex Second", "Grader"]);
  const [own, colleague, grader] = screen.getAllByRole("listitem");
  expect(own?.textContent).toContain("Level 3 of 4");
  expect(own?.textContent).toContain("Puts the dialect on its side.");
  expect(colleague?.querySelector("blockquote")?.textContent).toBe("The dialect");
  expect(grader?.textContent).toContain("Level 4 of 4Not validated");
  expect(screen.getByText("3 levels apart.")).toBeTruthy();
});

test("a grader that is validated carries no mark, and one that is not shown no column", () => {
  const { rerender } = render(<ComparedCriterion criterion={compared} missing={0} grader={{ isValidated: true }} />);
  expect(screen.queryByText("Not validated")).toBeNull();
  rerender(<ComparedCriterion criterion={{ ...compared, grader: null }} missing={0} grader={null} />);
  expect(readings()).toEqual(["You", "Rex Second"]);
});

test("a column for everybody who is still to give theirs says so", () => {
  const alone = { ...compared, readings: compared.readings.slice(0, 1) };
  render(<ComparedCriterion criterion={alone} missing={2} grader={null} />);
  expect(screen.getAllByText("Not given yet")).toHaveLength(2);
});

test("what counts is said with who said so", () => {
  const settled = { level: 2, by: "adjudication" } as const;
  render(<ComparedCriterion criterion={{ ...compared, settled }} missing={0} grader={null} />);
  expect(screen.getByText("Level 2 counts: decided by a person who had not reviewed.")).toBeTruthy();
});

test("how far readers are apart is said in words", () => {
  const one = { readings: [reading("You", 2)], grader: null, apart: 0 };
  expect(apartWords(one)).toBe("Nobody else’s level is here yet.");
  const two = (level: number | null, apart: number) =>
    apartWords({ readings: [reading("You", 2), reading("Rex", level)], grader: null, apart });
  expect(two(2, 0)).toBe("The same level.");
  expect(two(1, 1)).toBe("One level apart.");
  expect(two(null, 0)).toBe("Not everybody could tell.");
});

test("what happens next hangs on whom the session waits for", () => {
  const given: Comparison = {
    givenOn: "2026-11-22",
    as: "independent",
    state: "waiting",
    missing: 1,
    criteria: [],
    gate: null,
  };
  expect(nextWords(given).title).toContain("One more person is still to give theirs");
  expect(nextWords({ ...given, missing: 3 }).title).toContain("3 more people are");
  expect(nextWords({ ...given, state: "adjudicating" }).title).toContain("A person who has not reviewed decides");
  expect(nextWords({ ...given, state: "complete" }).title).toBe("The reviewing is complete.");
  expect(nextWords({ ...given, state: "complete", as: "adjudication" }).title).toContain("You have decided");
});
