import { expect, test } from "vitest";
import { figuresOfPage, figuresOfValue, usesOfPage } from "#app/domain/content/figures-uses.ts";
import type { Figure } from "#app/domain/content/figures.ts";
import { parseStudyPage } from "#app/domain/content/parse.ts";

const figures: Figure[] = [
  { id: "s0-total", source: "S0:40", statement: "The total.", value: 1630, unit: "USD a month", status: "dated" },
  { id: "s0-p50", source: "S0:52", statement: "Median.", value: 1455, unit: "ms", status: "stated" },
  { id: "s0-p95", source: "S0:52", statement: "p95.", value: 2908, unit: "ms", status: "stated" },
  { id: "s0-price", source: "S0:34", statement: "Price.", value: { from: 800, to: 2400 }, unit: "USD", status: "dated" },
  { id: "s0-often", source: "S0:9", statement: "Often.", value: "weekly", status: "stated" },
];

function pageOf(body: string) {
  const head = "title: Cost\nkeyIdea: An idea.\npart: start\norder: 1\nminutes: 2\nsources: []";
  const { page } = parseStudyPage({ file: "cost.md", text: `---\n${head}\n---\n\n${body}\n` });
  if (!page) throw new Error("The page has a fault of its own.");
  return page;
}

test("a figure is shown where it is cited, once at a place, and examples show none", () => {
  const page = pageOf(
    "## Sums\n\nIt costs $1,630, yes 1,630 [S0:40], takes 1,455 ms [S0:52].\n\nSay 1,455 ms [S0:52]. <!-- example -->",
  );
  const shown = [...figuresOfPage(page, figures).values()].map((at) => at.map(({ id }) => id));
  expect(shown).toEqual([["s0-total"], ["s0-p50"]]);
});

test("the figures of a table row stand at the citation of that row", () => {
  const page = pageOf("## Sums\n\n| | p50 | p95 |\n|---|---|---|\n| Total | 1,455 ms | 2,908 ms [S0:52] |");
  expect([...figuresOfPage(page, figures).values()].map((at) => at.map(({ id }) => id))).toEqual([["s0-p50", "s0-p95"]]);
});

test("a page uses a figure in the first section that states it, or cites its words", () => {
  const page = pageOf(
    "## Sums\n\nNothing.\n\n## More\n\nIt costs $1,630 [S0:40].\n\n## Last\n\nAgain $1,630 [S0:40]; change is frequent [S0:9].",
  );
  expect(usesOfPage(page, figures).map(({ figure, use }) => [figure.id, use])).toEqual([
    ["s0-total", { to: "/learn/cost#more", title: "Cost" }],
    ["s0-often", { to: "/learn/cost#last", title: "Cost" }],
  ]);
});

test.each([
  [{ value: 1630, unit: "$/month", source: "S0:40" }, ["s0-total"]],
  [{ value: "1,455 / 2,908", unit: "ms", source: "S0:52" }, ["s0-p50", "s0-p95"]],
  [{ value: "800 to 2,400", unit: "$", source: "S0:34" }, ["s0-price"]],
  [{ value: 1631, unit: "$/month", source: "S0:40" }, []],
  [{ value: 1630, unit: "$/month", source: "S0:41" }, []],
  [{ value: 1630 }, []],
])("behind %j stand %j", (given, ids) => {
  expect(figuresOfValue(given, figures).map(({ id }) => id)).toEqual(ids);
});
