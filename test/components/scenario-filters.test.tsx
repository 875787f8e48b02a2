// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { countWords, nearestWords, nothingFitsWords } from "#app/components/library/filter-words.ts";
import { ScenarioFilters } from "#app/components/library/scenario-filters.tsx";
import {
  filterScenarios,
  noFilter,
  waysOut,
  type Filterable,
  type LibraryFilter,
} from "#app/domain/scenarios/library-filter.ts";

afterEach(cleanup);

const row = (title: string, level: Filterable["level"], minutes: number): Filterable => ({
  title,
  summary: "",
  level,
  minutes,
  competencies: ["framing"],
  progress: null,
});

const rows = [row("The help bot", "practitioner", 25), row("Clauses", "senior", 30), row("Answers", "foundation", 20)];

function Library() {
  const [filter, setFilter] = useState<LibraryFilter>(noFilter);
  const fitting = filterScenarios(rows, filter);
  return (
    <>
      <ScenarioFilters rows={rows} filter={filter} onChange={setFilter} />
      <output>{fitting.map((each) => each.title).join(", ") || nothingFitsWords(filter)}</output>
      <button onClick={() => setFilter(noFilter)}>Clear</button>
    </>
  );
}

const shown = () => screen.getByRole("status").textContent;

test("a choice filters at once and stays chosen, and its neighbours count what they would leave", () => {
  render(<Library />);
  fireEvent.click(screen.getByLabelText(/^Senior/));
  expect(shown()).toBe("Clauses");
  expect(screen.getByLabelText<HTMLInputElement>(/^Senior/).checked).toBe(true);
  expect(screen.getByLabelText(/^20 minutes/).closest("label")?.textContent).toBe("20 minutes0");
});

test("a time that is too short says what does not fit, and what is nearest", () => {
  render(<Library />);
  fireEvent.click(screen.getByLabelText(/^Senior/));
  fireEvent.click(screen.getByLabelText(/^20 minutes/));
  expect(shown()).toBe("No senior scenario fits in 20 minutes.");
  const filter: LibraryFilter = { ...noFilter, levels: ["senior"], minutes: 20 };
  expect(nearestWords(rows, filter, waysOut(rows, filter).length)).toBe("The shortest is Clauses, at 30.");
});

test("what is typed stays as typed, and goes when the filter is cleared elsewhere", () => {
  render(<Library />);
  const box = screen.getByLabelText<HTMLInputElement>("Find a scenario");
  fireEvent.change(box, { target: { value: "help " } });
  expect(box.value).toBe("help ");
  expect(shown()).toBe("The help bot");
  fireEvent.click(screen.getByText("Clear"));
  expect(box.value).toBe("");
});

test("the empty sentence names everything that was asked for", () => {
  expect(
    nothingFitsWords({
      levels: ["foundation", "senior"],
      minutes: 25,
      competencies: ["economics"],
      progress: ["untried"],
      find: "bot",
    }),
  ).toBe(
    "No foundation or senior scenario on costs and numbers with the words “bot”, not tried yet, fits in 25 minutes.",
  );
});

test("the count says how many of all fit", () => {
  expect([countWords(4, 4), countWords(1, 1), countWords(1, 4), countWords(0, 4)]).toEqual([
    "4 scenarios",
    "1 scenario",
    "1 of 4 scenarios fits",
    "No scenario fits",
  ]);
});
