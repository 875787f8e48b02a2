import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { anyFlowchart, writtenFlowcharts } from "#test/support/flowcharts.ts";
import { readWithMermaid, type MermaidReading } from "#test/support/mermaid-reading.ts";

/** Our reading, in the same words as Mermaid's. */
function ourReading(source: string): MermaidReading {
  const parsed = parseFlowchart(source);
  if (!parsed.ok) throw new Error(`line ${parsed.line}: ${parsed.message}`);
  const { nodes, edges, subgraphs } = parsed.graph;
  const boxesOf = (group: string) => nodes.filter(({ subgraph }) => subgraph === group).map(({ id }) => id);
  return {
    boxes: nodes.map(({ id, label }) => `${id}: ${label}`),
    links: edges.map(({ from, to, label, style }) => `${from} ${style} ${label ?? ""} ${to}`),
    groups: Object.fromEntries(subgraphs.map(({ id }) => [id, boxesOf(id).toSorted()])),
  };
}

test("reads any flowchart as Mermaid's own parser reads it: boxes, words, links, groups", async () => {
  await fc.assert(
    fc.asyncProperty(anyFlowchart, async (source) => {
      expect(ourReading(source)).toEqual(await readWithMermaid(source));
    }),
    { numRuns: 150 },
  );
});

test.each(writtenFlowcharts)("reads as Mermaid does: %j", async (source) => {
  expect(ourReading(source)).toEqual(await readWithMermaid(source));
});

test.each([
  "A[Model (tuned)] --> B",
  "A --> B[open",
  "A[] --> B",
  "A --> end",
  "A -> B",
  "A B",
  "A --> B %% why",
  "A --> B -->",
  "A -- words B",
  "subgraph Offline (weekly)\nA\nend",
  "subgraph S\nA",
  "A --> B\nend",
  "A[/api/search] --> B",
  "style --> B",
  "A[half]] --> B",
])("refuses what Mermaid refuses: %j", async (body) => {
  const source = `flowchart LR\n${body}`;
  expect(parseFlowchart(source).ok).toBe(false);
  await expect(readWithMermaid(source)).rejects.toThrow(/Parse error|Lexical error/);
});
