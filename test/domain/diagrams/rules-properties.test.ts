import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { planOf } from "#app/domain/diagrams/plan.ts";
import { checkRules } from "#app/domain/diagrams/rules/check-rules.ts";
import { rulesOf, verdictOf } from "#test/support/drawings.ts";
import { anyFlowchart } from "#test/support/flowcharts.ts";

const folder = new URL("../../fixtures/diagrams/", import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith(".mmd"))
  .map((name) => readFileSync(new URL(name, folder), "utf8").trim());
/** Where groups are drawn, the order of lines says what is in them. */
const ungrouped = sources.filter((source) => !source.includes("subgraph"));

const verdictsOf = (source: string) => rulesOf(source).map(({ rule, verdict }) => `${rule} ${verdict}`);

test("the order of its lines changes no verdict on a drawing", () => {
  const shuffled = fc.constantFrom(...ungrouped).chain((source) => {
    const [header = "", ...lines] = source.split("\n");
    const every = fc.shuffledSubarray(lines, { minLength: lines.length });
    return every.map((order) => ({ source, other: [header, ...order].join("\n") }));
  });
  fc.assert(
    fc.property(shuffled, ({ source, other }) => {
      expect(verdictsOf(other)).toEqual(verdictsOf(source));
    }),
    { numRuns: 300 },
  );
});

test("boxes declared first and linked afterwards read as boxes declared where they are linked", () => {
  const declared = "flowchart LR\nL[LLM]\nX[Reranker]\nS[Search]\nQ[Query]\nX --> L\nQ --> S\nS --> X";
  const inline = "flowchart LR\nQ[Query] --> S[Search] --> X[Reranker] --> L[LLM]";
  expect(verdictsOf(declared)).toEqual(verdictsOf(inline));
});

test("whatever is drawn, every rule gives a verdict with lines of the source", () => {
  fc.assert(
    fc.property(anyFlowchart, (source) => {
      const lineCount = source.split("\n").length;
      for (const { verdict, lines, message } of rulesOf(source)) {
        expect(message).not.toBe("");
        if (verdict !== "not_shown") expect(lines).not.toEqual([]);
        for (const line of lines) expect(line >= 1 && line <= lineCount).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("what runs in circles, both ways or without a head is followed and ends", () => {
  expect(verdictOf("retrieves-before-generation", "graph LR\nA[LLM]-->A\nA<-->S[Search]\nS---S").verdict).toBe("holds");
  const ring = "graph LR\nL[LLM]-->S[Search]-->X[Reranker]-->L";
  expect(rulesOf(ring).filter(({ verdict }) => verdict === "broken")).toEqual([]);
});

test("links of groups lead into what a group begins with and out of what it ends with", () => {
  const groups = (link: string) =>
    `flowchart LR\nsubgraph a [First]\nS[Search] --> X[Rerank]\nend\nsubgraph b [Second]\nP[Prompt] --> L[LLM]\nend\n${link}`;
  expect(verdictOf("rerank-after-retrieval", groups("a --> b")).verdict).toBe("holds");
  expect(verdictOf("retrieves-before-generation", groups("b --> a")).verdict).toBe("broken");
  expect(verdictOf("retrieves-before-generation", groups("")).verdict).toBe("not_shown");
});

test("a label that is inert names nothing, on a box, a link or a group", () => {
  const parsed = parseFlowchart(
    "flowchart LR\nsubgraph g [inert]\nS[inert search] -->|inert rerank| L[LLM]\nend\nL --> A[Answer]",
  );
  if (!parsed.ok) throw new Error(parsed.message);
  const plan = planOf(parsed.graph, (label) => label.startsWith("inert"));
  expect([...plan.parts.values()].flatMap(({ components }) => [...components])).toEqual(["generator", "answer"]);
  expect(checkRules(plan).every(({ verdict }) => verdict === "not_shown")).toBe(true);
});
