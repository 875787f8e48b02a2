// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ComparedCriterion } from "#app/components/hiring/comparison/compared-criterion.tsx";
import { Quoted } from "#app/components/hiring/evidence/quoted.tsx";
import { apartWords, countsWords, nextWords } from "#app/components/hiring/comparison/reading-words.ts";
import type { ComparedCriterion as Compared, Comparison, ReadingBy } from "#app/domain/hiring/comparison.ts";
import { drawingsIn } from "#app/domain/review/quotes.ts";

afterEach(cleanup);

const noDrawings = new Map<number, string>();

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
  render(<ComparedCriterion criterion={compared} drawings={noDrawings} missing={0} grader={{ isValidated: false }} />);
  expect(readings()).toEqual(["You", "Rex Second", "Grader"]);
  const [own, colleague, grader] = screen.getAllByRole("listitem");
  expect(own?.textContent).toContain("Level 3 of 4");
  expect(own?.textContent).toContain("Puts the dialect on its side.");
  expect(colleague?.querySelector("blockquote")?.textContent).toBe("The dialect");
  expect(grader?.textContent).toContain("Level 4 of 4Not validated");
  expect(screen.getByText("People are 2 levels apart; with the grader it is 3 levels.")).toBeTruthy();
});

test("how far people are apart is never told as the grader's distance from them", () => {
  const [own, colleague] = [reading("You", 3), reading("Rex Second", 3)];
  expect(apartWords({ readings: [own, colleague], grader: 0, apart: 3 })).toBe(
    "People agree; the grader is 3 levels away.",
  );
  expect(apartWords({ readings: [own], grader: 2, apart: 1 })).toBe("The grader is one level away.");
  expect(apartWords({ readings: [own, reading("Rex Second", 1)], grader: 2, apart: 2 })).toBe("2 levels apart.");
});

test("a grader that is validated carries no mark, and one that is not shown no column", () => {
  const { rerender } = render(
    <ComparedCriterion criterion={compared} drawings={noDrawings} missing={0} grader={{ isValidated: true }} />,
  );
  expect(screen.queryByText("Not validated")).toBeNull();
  rerender(
    <ComparedCriterion criterion={{ ...compared, grader: null }} drawings={noDrawings} missing={0} grader={null} />,
  );
  expect(readings()).toEqual(["You", "Rex Second"]);
});

test("a column for everybody who is still to give theirs says so", () => {
  const alone = { ...compared, readings: compared.readings.slice(0, 1) };
  render(<ComparedCriterion criterion={alone} drawings={noDrawings} missing={2} grader={null} />);
  expect(screen.getAllByText("Not given yet")).toHaveLength(2);
});

test("what counts is said with who said so", () => {
  const settled = { level: 2, by: "adjudication" } as const;
  render(<ComparedCriterion criterion={{ ...compared, settled }} drawings={noDrawings} missing={0} grader={null} />);
  expect(screen.getByText("Level 2 counts: decided by a person who had not reviewed.")).toBeTruthy();
});

const source = "flowchart LR\n  Ask --> Model[Tuned model]\n";

test("a drawing that is quoted is shown as it is drawn, and its source is no quotation", () => {
  const quote = { seq: 4, start: 0, end: source.length - 1, text: source.trim() };
  const quoted = { ...compared, readings: [reading("You", 3, { quotes: [quote] })] };
  const drawings = drawingsIn([{ seq: 4, kind: "diagram", text: source }]);
  const { container } = render(<ComparedCriterion criterion={quoted} drawings={drawings} missing={0} grader={null} />);
  expect(container.querySelectorAll("figure.diagram")).toHaveLength(1);
  expect(container.querySelector("blockquote")).toBeNull();
  expect(container.textContent).not.toContain("-->");
  expect(container.textContent).toContain("Tuned model");
});

test("of a drawing that is quoted in part the whole is shown, and the lines below it", () => {
  const line = "Ask --> Model[Tuned model]";
  render(
    <Quoted text={line} drawing={source}>
      <q>{line}</q>
    </Quoted>,
  );
  expect(screen.getByText("Read from the drawing.")).toBeTruthy();
  expect(screen.getByText(line).className).toBe("code");
});

test("where one reviewer alone has read it, their level counts and no middle is spoken of", () => {
  const alone = { settled: { level: 3, by: "median" } as const, readings: [reading("You", 3)] };
  expect(countsWords(alone)).toBe("Level 3 counts: it is the only reviewer’s.");
  const both = { ...alone, readings: [reading("You", 3), reading("Rex", 3)] };
  expect(countsWords(both)).toBe("Level 3 counts: the median of the reviewers.");
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
