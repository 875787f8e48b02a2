import { expect, test } from "vitest";
import { diagramOf } from "#app/domain/simulator/decide/diagram.ts";
import { judge } from "#app/domain/simulator/decide/evaluate.ts";
import { exampleSituations, firstExample } from "#app/domain/simulator/decide/example-situations.ts";
import { endingNode } from "#app/domain/simulator/decide/procedure.ts";
import { enumerableProcedures } from "#app/domain/simulator/decide/published/procedures.ts";
import { sixQuestions } from "#app/domain/simulator/decide/published/s0-six-questions.ts";
import { flowchart } from "#app/domain/simulator/decide/published/s2-flowchart.ts";
import { readWithMermaid } from "#test/support/mermaid-reading.ts";

const all = enumerableProcedures.map((procedure) => [procedure.id, procedure] as const);

test.each(all)("Mermaid itself reads the diagram of %s, with every node and link", async (_id, procedure) => {
  const { nodes, links } = procedure.diagram;
  const read = await readWithMermaid(diagramOf(procedure));
  expect(read.boxes).toEqual(nodes.map(({ id, label }) => `${id}: ${label}`));
  expect(read.links).toEqual(
    links.map(({ from, to, label, isOrder }) => `${from} ${isOrder ? "dotted" : "solid"} ${label} ${to}`),
  );
});

/** The thick links of a drawing, without their words. */
async function wayIn(source: string): Promise<string[]> {
  const { links } = await readWithMermaid(source);
  return links.filter((link) => link.includes(" thick ")).map((link) => link.replace(/ thick .*? ?(\w+)$/, " $1"));
}

test.each(all)("the way marked in %s leads to its verdict, whatever the situation", async (_id, procedure) => {
  for (const { situation } of exampleSituations) {
    const judgement = judge(procedure, situation);
    const { verdict } = judgement;
    if (verdict === "undetermined") throw new Error("The examples say all there is to know.");
    const source = diagramOf(procedure, judgement);
    const way = await wayIn(source);
    expect(way.filter((link) => link.endsWith(` ${endingNode[verdict]}`))).toHaveLength(1);
    expect(source.match(/:::(prompt|rag|tune|hybrid)\b/g) ?? []).toHaveLength(verdict === "undefined" ? 0 : 1);
  }
});

test("a tree's way is counted step by step and stops at its ending", async () => {
  const source = diagramOf(flowchart, judge(flowchart, firstExample.situation));
  expect(await wayIn(source)).toEqual(["changes citations", "citations volume", "volume rag"]);
  const { boxes } = await readWithMermaid(source);
  expect(boxes.slice(0, 5)).toEqual([
    "changes: 1. Does knowledge change often?",
    "citations: 2. Are citations needed?",
    "volume: 3. More than 100,000 queries a month?",
    "format: Is a steady format critical?",
    "examples: 500 examples or more?",
  ]);
  expect(source).toContain('rag(["■ RAG"]):::rag');
});

test("a tally marks the answers that its rule rests on, and what waits for a fact", async () => {
  const settled = diagramOf(sixQuestions, judge(sixQuestions, firstExample.situation));
  expect(await wayIn(settled)).toEqual([
    "behaviour for_tune",
    "examples for_veto",
    "team for_veto",
    "for_veto weigh",
    "for_tune weigh",
    "weigh hybrid",
  ]);
  const open = diagramOf(sixQuestions, judge(sixQuestions, { dataChanges: "daily" }));
  expect(await wayIn(open)).toEqual(["changes for_rag"]);
  expect(open.match(/\{?\["\? .*:::open/g)).toHaveLength(5);
  expect(open).not.toMatch(/:::(rag|tune|hybrid|prompt)\b/);
});
