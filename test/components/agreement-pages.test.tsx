// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { IntervalChart } from "#app/components/charts/interval-chart.tsx";
import { monthWords, tendencyWords } from "#app/components/hiring/agreement/agreement-words.ts";
import { FiguresTable } from "#app/components/hiring/agreement/figures-table.tsx";
import { Gates } from "#app/components/hiring/agreement/gates.tsx";
import { LevelConfusion } from "#app/components/hiring/agreement/level-confusion.tsx";
import { MonthsChart } from "#app/components/hiring/agreement/months-chart.tsx";
import { ReviewersTable } from "#app/components/hiring/agreement/reviewers-table.tsx";
import type { AlphaFigures, GraderFigures } from "#app/domain/hiring/agreement/measured.ts";

afterEach(cleanup);

const offline: GraderFigures = {
  grader: "offline",
  sessions: 30,
  levels: 90,
  exact: 0.61,
  withinOne: 0.97,
  kappa: 0.8,
  interval: { low: 0.7, high: 0.88 },
  notDefined: null,
};
const few: AlphaFigures = { sessions: 3, exact: null, alpha: null, interval: null, notDefined: "too few" };

const cellsOf = (row: HTMLElement) =>
  Array.from(row.querySelectorAll<HTMLElement>("th, td"), (cell) => cell.textContent);

test("figures stand with their intervals, and too few where it is too few", () => {
  render(<FiguresTable caption="Agreement" graders={[offline]} people={few} />);
  const [, grader, people] = within(screen.getByRole("table", { name: "Agreement" })).getAllByRole("row");
  expect(grader && cellsOf(grader)).toEqual([
    "Offline grader and people",
    "30",
    "61\u00a0%",
    "97\u00a0%",
    "kappa 0.80 (0.70 to 0.88)",
  ]);
  expect(people && cellsOf(people)).toEqual(["Reviewers", "3", "too few", "–", "alpha too few"]);
});

test("a gate says its state, why, and the threshold it was held against", () => {
  const gate = {
    isValidated: false,
    words: "Not validated: 7 sessions.",
    n: 7,
    low: null,
    gateKappa: 0.6,
    gateLeast: 20,
  };
  const { container } = render(<Gates gates={[{ ...gate, assessments: 2 }]} />);
  expect(container.textContent).toBe(
    "○ Not validated: 7 sessions. The threshold of 2 assessments: 0.60 at the low end, from 20 sessions on.",
  );
});

test("a reviewer's row has figures or says too few, never a zero in their place", () => {
  const figures = {
    levels: 40,
    exact: 0.5,
    withinOne: 0.9,
    meanDifference: -0.256,
    tendency: {
      low: -0.4,
      high: -0.1,
    },
    kappa: null,
    interval: null,
    notDefined: "one class" as const,
  };
  const reviewers = [
    { name: "You", isViewer: true, sessions: 20, figures },
    { name: "Reviewer B", isViewer: false, sessions: 4, figures: null },
  ];
  render(<ReviewersTable reviewers={reviewers} withKappa />);
  const [, own, other] = screen.getAllByRole("row");
  expect(own && cellsOf(own)).toEqual([
    "You",
    "20",
    "50\u00a0%",
    "90\u00a0%",
    "0.26 lower (-0.40 to -0.10)",
    "undefined: one level throughout",
  ]);
  expect(other && cellsOf(other)).toEqual(["Reviewer B", "4", "too few", "too few", "too few", "too few"]);
});

test("counts of levels are a table with heads on both sides, named by criterion", () => {
  const counts = Array.from({ length: 5 }, (_, row) => Array.from({ length: 5 }, (__, column) => row * 5 + column));
  const words = { of: "Framing", caption: "Pairs of reviewers.", down: "The lower", across: "the higher" };
  render(<LevelConfusion {...words} counts={counts} isHalf />);
  const table = screen.getByRole("table", {
    name: /^Framing:\s*Pairs of reviewers\. The lower down, the higher across$/,
  });
  const [heads, , second] = within(table).getAllByRole("row");
  expect(heads && cellsOf(heads)).toEqual(["Level", "0", "1", "2", "3", "4"]);
  expect(second && cellsOf(second)).toEqual(["1", "–", "6", "7", "8", "9"]);
  expect(within(table).getAllByRole("rowheader")).toHaveLength(5);
});

test("months are a line from two on, and a table before; a month without a figure says why", () => {
  const month = (name: string, grader: GraderFigures) => ({ month: name, graders: [grader], people: few });
  render(<MonthsChart months={[month("2026-10", offline)]} />);
  expect(screen.queryByRole("img")).toBeNull();
  expect(screen.getByRole("table", { name: "Agreement by month" }).textContent).toContain("October 2026");
  cleanup();
  const lacking = { ...offline, sessions: 6, kappa: null, interval: null, notDefined: "too few" as const };
  const months = [month("2026-09", offline), month("2026-10", lacking), month("2026-11", offline)];
  render(<MonthsChart months={months} />);
  const [drawing] = screen.getAllByRole("img");
  expect(drawing?.getAttribute("aria-label")).toContain("October 2026, 6, too few");
  expect(drawing?.querySelector(".chart-line")?.getAttribute("d")).toMatch(/^M[\d.]+,[\d.]+L[\d.]+,[\d.]+$/);
});

test("an interval lies around its dot, and an axis goes below zero only where one does", () => {
  const row = (low: number) => [
    { id: "a", label: "Refund desk", value: 0.5, low, high: 0.9, words: "0.50", mark: 0.6 },
  ];
  const chart = (low: number) => (
    <IntervalChart
      {...{ statement: "So.", label: "Refund desk 0.50", axis: "Kappa", rows: row(low) }}
      table={{ columns: [{ label: "Scenario" }], rows: [["Refund desk"]] }}
    />
  );
  const { container, rerender } = render(chart(0.2));
  expect(container.querySelector("svg")?.textContent).not.toContain("-0.");
  const x = (name: string, attribute: string) => container.querySelector(name)?.getAttribute(attribute) ?? "";
  const [from = 0, to = 0] = [...x(".chart-whisker", "d").matchAll(/[MH]([\d.]+)/g)].map(([, at]) => Number(at));
  expect(Number(x("circle", "cx"))).toBeGreaterThan(from);
  expect(Number(x("circle", "cx"))).toBeLessThan(to);
  rerender(chart(-0.3));
  expect(container.querySelector("svg")?.textContent).toContain("-0.4");
});

test("months and tendencies in words", () => {
  expect(monthWords("2026-11")).toBe("November 2026");
  expect([0.304, -0.25, 0.001].map(tendencyWords)).toEqual(["0.30 higher", "0.25 lower", "neither higher nor lower"]);
});
