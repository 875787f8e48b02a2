// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import fc from "fast-check";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { BarChart } from "#app/components/charts/bar-chart.tsx";
import { axisWords, chartScale, ticksOf } from "#app/components/charts/chart-scale.ts";
import { placeLabels } from "#app/components/charts/drawing/place-labels.ts";
import { LineChart } from "#app/components/charts/line-chart.tsx";
import { TornadoChart } from "#app/components/charts/tornado-chart.tsx";

afterEach(cleanup);

const lines = {
  statement: "They cross once.",
  label: "Two costs that are equal at 2.",
  x: { label: "retrains a month" },
  y: { label: "", format: (value: number) => `$${value}` },
  series: [
    { id: "rag", name: "RAG", approach: "rag" as const, points: [0, 1, 2, 4].map((x) => ({ x, y: 20 })) },
    {
      id: "ft",
      name: "Fine-tune",
      approach: "fine-tune" as const,
      points: [0, 1, 2, 4].map((x) => ({ x, y: 10 * x })),
    },
  ],
  rings: [{ x: 2, y: 20, label: "2" }],
};

test("the server draws a chart twice, for a wide and a narrow page, with its words and its table", () => {
  const html = renderToString(<LineChart {...lines} />);
  expect(html.match(/role="img"/g)).toHaveLength(2);
  expect(html).toContain("They cross once.");
  expect(html).toContain("As a table");
  expect(html).not.toContain("NaN");
});

test("a table says what the lines say", () => {
  render(<LineChart {...lines} />);
  const rows = within(screen.getByRole("table", { hidden: true })).getAllByRole("row", { hidden: true });
  expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ["retrains a month", "RAG", "Fine-tune"],
    ["0", "$20", "$0"],
    ["1", "$20", "$10"],
    ["2", "$20", "$20"],
    ["4", "$20", "$40"],
  ]);
});

test("whatever the numbers are, no chart draws one that is none", () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const any = fc.oneof(number, fc.constantFrom(0, Number.NaN, Infinity, -Infinity, 1e-300));
  fc.assert(
    fc.property(fc.array(fc.tuple(any, any), { maxLength: 6 }), fc.constantFrom("linear", "log"), (pairs, scale) => {
      const points = pairs.map(([x, y]) => ({ x, y }));
      const html = renderToString(
        <LineChart
          {...lines}
          x={{ label: "x", scale: scale }}
          y={{ label: "y", scale: scale }}
          series={[{ id: "any", name: "Any", points, marks: points }]}
          bands={[{ id: "band", edges: points.map(({ x, y }) => ({ x, low: 0, high: y })) }]}
          rings={points.map((point) => ({ ...point, label: "here" }))}
          markers={points.map(({ x }, at) => ({ id: String(at), at: x, label: "at" }))}
        />,
      );
      expect(html).not.toMatch(/="[^"]*(NaN|Infinity|undefined)/);
    }),
    { numRuns: 150 },
  );
});

test("a logarithmic axis says so, marks powers of ten, and leaves out what has no logarithm", () => {
  const axis = { label: "queries", scale: "log" as const };
  expect(axisWords(axis)).toBe("queries, logarithmic");
  const scale = chartScale(axis, [0, -5, 30, 40_000], [0, 100]);
  expect(scale.domain()).toEqual([10, 100_000]);
  expect(ticksOf(axis, scale, false).map(({ at }) => at)).toEqual([10, 100, 1000, 10_000, 100_000]);
});

test("a linear axis begins at zero, or below it where something is", () => {
  const ends = (values: number[]) => chartScale({ label: "" }, values, [0, 100]).domain();
  expect(ends([5, 8])[0]).toBe(0);
  expect(ends([-3, 8])[0]).toBeLessThanOrEqual(-3);
  expect(ends([])).toEqual([0, 1]);
});

test("names of lines stand inside the plot and not on one another", () => {
  const area = { left: 50, right: 600, top: 20, bottom: 300 };
  const named = [60, 90, 120, 200, 280].map((y, at) => ({
    id: String(at),
    name: `Line number ${at}`,
    glyph: true,
    path: [
      { x: 50, y },
      { x: 600, y },
    ],
  }));
  const spots = [...placeLabels(named, area).values()];
  expect(spots).toHaveLength(5);
  for (const [at, spot] of spots.entries()) {
    expect(spot.x).toBeGreaterThanOrEqual(area.left);
    expect(spot.y).toBeLessThanOrEqual(area.bottom);
    for (const other of spots.slice(at + 1)) {
      expect(Math.abs(other.y - spot.y) >= 17 || Math.abs(other.x - spot.x) >= 100).toBe(true);
    }
  }
});

test("bars and tornado name each row and say both ends", () => {
  const table = { columns: [{ label: "Row" }], rows: [["one"]] };
  const words = { statement: "It is so.", label: "A chart.", table };
  const bars = renderToString(
    <BarChart {...words} axis="ms" bars={[{ id: "a", label: "Generation", value: 14, upTo: 28, words: "14 to 28" }]} />,
  );
  expect(bars).toContain("Generation");
  expect(bars).toContain("14 to 28");
  const row = { id: "a", label: "Retrains", atLow: 900, atHigh: -500, lowWords: "never", highWords: "weekly" };
  const tornado = renderToString(<TornadoChart {...words} axis="difference" now={900} rows={[row]} />);
  for (const said of ["Retrains", "never", "weekly"]) expect(tornado).toContain(said);
  expect(bars + tornado).not.toContain("NaN");
});
