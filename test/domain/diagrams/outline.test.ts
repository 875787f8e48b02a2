import { expect, test } from "vitest";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { countsOf, outlineOf, type Outline } from "#app/domain/diagrams/outline.ts";
import { writtenFlowcharts } from "#test/support/flowcharts.ts";

function outline(source: string): Outline {
  const parsed = parseFlowchart(source);
  if (!parsed.ok) throw new Error(parsed.message);
  return outlineOf(parsed.graph);
}

/** The items of an outline as lines: `Cache > hit: Answer, miss: Search`. */
function lines(source: string): string[] {
  return outline(source).items.map(({ from, group, links }) => {
    const targets = links.map(({ to, label }) => (label === null ? to : `${label}: ${to}`)).join(", ");
    return `${group === null ? "" : `[${group}] `}${from}${targets === "" ? "" : ` > ${targets}`}`;
  });
}

test("follows the arrows, and waits for what flows together", () => {
  expect(lines(writtenFlowcharts[0] ?? "")).toEqual([
    "Query > Cache",
    "Cache > hit: Answer, miss: Search",
    "Index > Search",
    "Search > Rerank",
    "Rerank > LLM",
    "LLM > Answer",
  ]);
});

test("reads in the order of the arrows even where the source is written backwards", () => {
  expect(lines("flowchart LR\nC --> D\nB --> C\nA --> B")).toEqual(["A > B", "B > C", "C > D"]);
});

test("goes through a circle once, in the order of the source", () => {
  expect(lines("flowchart LR\nA --> B --> C --> A\nC --> C")).toEqual(["A > B", "B > C", "C > A, C"]);
});

test("keeps a group together under its heading, with the heading of the group around it", () => {
  const source = `flowchart LR
  Q[Query] --> S[Search]
  subgraph off["Offline"]
    D[Documents] --> I
    subgraph deep["At night"]
      K[Clean]
    end
    K --> D
  end
  I[Index] --> S
  off --> L[Log]`;
  expect(lines(source)).toEqual([
    "Query > Search",
    "Offline > Log",
    "[Offline, At night] Clean > Documents",
    "[Offline] Documents > Index",
    "[Offline] Index > Search",
  ]);
});

test("names a box that is joined to nothing, and not an empty group", () => {
  expect(lines("flowchart LR\nA[Alone]\nsubgraph G[Group]\nend")).toEqual(["Alone"]);
});

test("says in its title what there is, in words that count rightly", () => {
  expect(outline("flowchart LR\nA --> B").title).toBe("Flowchart, left to right: 2 boxes, 1 arrow");
  expect(outline("graph TD\nsubgraph G\nA\nend").title).toBe("Flowchart, top to bottom: 1 box, 0 arrows, 1 group");
  expect(countsOf({ direction: "LR", nodes: [], edges: [], subgraphs: [] })).toBe("0 boxes, 0 arrows");
});
