import { expect, test } from "vitest";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { maxEdges, maxNodes, maxSourceLength, type Graph } from "#app/domain/diagrams/graph.ts";
import { writtenFlowcharts } from "#test/support/flowcharts.ts";

function read(source: string): Graph {
  const parsed = parseFlowchart(source);
  if (!parsed.ok) throw new Error(`line ${parsed.line}: ${parsed.message}`);
  return parsed.graph;
}

/** The links of a source, as `A -> B` and `A -words-> B`. */
function links(source: string): string[] {
  return read(source).edges.map(({ from, to, label }) => `${from} ${label === null ? "->" : `-${label}->`} ${to}`);
}

function refusal(source: string) {
  const parsed = parseFlowchart(source);
  return parsed.ok ? null : { kind: parsed.kind, line: parsed.line, message: parsed.message };
}

test("reads boxes, links and their lines", () => {
  expect(read("flowchart LR\n  Q[Query] --> S[(Index)]\n  S -.->|miss| A(Answer)")).toEqual({
    direction: "LR",
    nodes: [
      { id: "Q", label: "Query", shape: "rect", subgraph: null, line: 2 },
      { id: "S", label: "Index", shape: "cylinder", subgraph: null, line: 2 },
      { id: "A", label: "Answer", shape: "round", subgraph: null, line: 3 },
    ],
    edges: [
      { from: "Q", to: "S", label: null, style: "solid", line: 2 },
      { from: "S", to: "A", label: "miss", style: "dotted", line: 3 },
    ],
    subgraphs: [],
  });
});

test.each([
  ["flowchart LR", "LR"],
  ["graph TD;", "TB"],
  ["flowchart", "TB"],
  ["graph BT", "BT"],
  ["flowchart RL", "RL"],
  ["flowchart-elk TB", "TB"],
  ["graph >", "LR"],
])("reads the direction of %s", (header, direction) => {
  expect(read(`${header}\nA --> B`).direction).toBe(direction);
});

test.each([
  ["A[x]", "rect"],
  ["A(x)", "round"],
  ["A([x])", "stadium"],
  ["A[[x]]", "subroutine"],
  ["A[(x)]", "cylinder"],
  ["A((x))", "circle"],
  ["A(((x)))", "double-circle"],
  ["A(-x-)", "ellipse"],
  ["A>x]", "flag"],
  ["A{x}", "diamond"],
  ["A{{x}}", "hexagon"],
  ["A[/x/]", "lean-right"],
  ["A[\\x\\]", "lean-left"],
  ["A[/x\\]", "trapezoid"],
  ["A[\\x/]", "inverted-trapezoid"],
  ["A[|field:value|x]", "rect"],
  ['A@{ shape: database, label: "x" }', "cylinder"],
  ["A@{ shape: hourglass, label: x }", "rect"],
  ["A", "rect"],
])("reads the shape of %s", (written, shape) => {
  expect(read(`flowchart LR\n${written}`).nodes).toMatchObject([{ id: "A", shape }]);
});

test.each([
  ['A["Search (words, meaning)"]', "Search (words, meaning)"],
  ["A[Chunk,<br/>embed]", "Chunk, embed"],
  ['A["two\n  lines"]', "two lines"],
  ['A["`a **bold** word`"]', "a bold word"],
  ['A["5 #gt; 4 #amp; #35;1 &quot;so&quot;"]', '5 > 4 & #1 "so"'],
  ["A[fa:fa-database Index]", "Index"],
  ["A[50% & more; x: y, z = 1 - 2 ! ? * ^ ~ @ ']", "50% & more; x: y, z = 1 - 2 ! ? * ^ ~ @ '"],
  ["A{>100K queries/month?}", ">100K queries/month?"],
  ["A[p95 < 2 s]", "p95 < 2 s"],
])("reads the label of %s as a person does", (written, label) => {
  expect(read(`flowchart LR\n${written}`).nodes[0]?.label).toBe(label);
});

test("reads chains, groups joined by &, words on links and links over line ends", () => {
  expect(links("flowchart LR\nA --> B --> C")).toEqual(["A -> B", "B -> C"]);
  expect(links("flowchart LR\nA & B --> C & D")).toEqual(["A -> C", "A -> D", "B -> C", "B -> D"]);
  expect(links("flowchart LR\nA&B-->C")).toEqual(["A&B -> C"]);
  expect(links("flowchart LR\nA -- yes --> B\nA == no ==> C\nA -. maybe .-> D")).toEqual([
    "A -yes-> B",
    "A -no-> C",
    "A -maybe-> D",
  ]);
  expect(links('flowchart LR\nA -->|"a (b)"|  B\nA -- "c (d)" --- C')).toEqual(["A -a (b)-> B", "A -c (d)-> C"]);
  expect(links("flowchart LR\nA\n  --> B\nA -->\n  C")).toEqual(["A -> B", "A -> C"]);
  expect(links("flowchart LR\nfront-end-->back_end;back_end-->v1.2")).toEqual([
    "front-end -> back_end",
    "back_end -> v1.2",
  ]);
});

test("reads a link with two heads as two links, and a hidden link as none", () => {
  expect(links("flowchart LR\nA <--> B\nB x--x C\nC ~~~ D\nD --o E")).toEqual([
    "A -> B",
    "B -> A",
    "B -> C",
    "C -> B",
    "D -> E",
  ]);
});

test("tells solid, dotted and thick links apart", () => {
  const { edges } = read("flowchart LR\nA ----> B\nA -..-> B\nA ====> B\nA -.- B\nA --- B");
  expect(edges.map((edge) => edge.style)).toEqual(["solid", "dotted", "thick", "dotted", "solid"]);
});

test("puts a box into the first group that closes around a mention of it, and nests groups", () => {
  const { nodes, subgraphs, edges } = read(`flowchart TB
  A --> B
  subgraph outer [Every night]
    B --> C
    subgraph "Deep inside"
      C --> D
    end
  end
  outer --> E`);
  expect(nodes.map(({ id, subgraph }) => [id, subgraph])).toEqual([
    ["A", null],
    ["B", "outer"],
    ["C", "subgraph-2"],
    ["D", "subgraph-2"],
    ["E", null],
  ]);
  expect(subgraphs).toEqual([
    { id: "outer", label: "Every night", parent: null, line: 3 },
    { id: "subgraph-2", label: "Deep inside", parent: "outer", line: 5 },
  ]);
  expect(edges.at(-1)).toMatchObject({ from: "outer", to: "E" });
});

test("skips front matter, directives, comments and looks, and keeps counting lines", () => {
  const { nodes, edges } = read(writtenFlowcharts[3] ?? "");
  expect(nodes.map(({ id, line }) => [id, line])).toEqual([
    ["A", 8],
    ["B", 8],
    ["C", 8],
    ["D", 8],
    ["E", 8],
    ["F", 10],
  ]);
  expect(nodes.at(-1)).toMatchObject({ label: "Kept answers", shape: "cylinder" });
  expect(edges).toHaveLength(5);
});

test("does not take the name of a link for a box", () => {
  const { nodes } = read("flowchart LR\nA e1@--> B\ne1@{ animate: true }");
  expect(nodes.map((node) => node.id)).toEqual(["A", "B"]);
});

test("lets a later label win and a bare mention say nothing", () => {
  expect(read("flowchart LR\nA[one] --> B\nA[two] --> C\nC --> A").nodes[0]).toMatchObject({ label: "two", line: 2 });
});

test.each([
  ["A[Model (tuned)] --> B", 2, "put the whole label in quotes"],
  ["A --> B[never closed", 2, "The label of B is not closed: it needs ] at its end."],
  ['A["never closed] --> B', 2, "The quote that opens the label of A is never closed."],
  ["A[[half] --> B", 2, "needs ]] at its end, not ]"],
  ["A[/api/search] --> B", 2, "begins with /, which draws a slanted box"],
  ["A[] --> B", 2, "is empty"],
  ["A --> B\nB --> end", 3, '"end" is a word of Mermaid: name this box another way, as End.'],
  ["A -> B", 2, "An arrow has two strokes: write A --> B."],
  ["A B", 2, "need a link between them"],
  ["A --> B %% why", 2, "A comment needs a line of its own."],
  ["A --> B -->", 2, "This link leads nowhere"],
  ["A -- words B", 2, "has a beginning and no end"],
  ["subgraph Offline (weekly)\nA\nend", 2, "Write the title of a group as"],
  ["subgraph\nA\nend", 2, "A group needs a title"],
  ["A\nsubgraph S\nB --> C", 3, "The group S is never closed: add a line with end."],
  ["A --> B\nend", 3, "This end closes nothing"],
  ["A:::", 2, "A class name is missing"],
  ["A@{ shape: cyl", 2, "need } at their end"],
  ["--> B", 2, "A box cannot begin with -."],
])("refuses %j with its line and a repair", (body, line, message) => {
  expect(refusal(`flowchart LR\n${body}`)).toEqual({
    kind: "unreadable",
    line,
    message: expect.stringContaining(message),
  });
});

test("refuses a box on the first line, and says where it goes", () => {
  expect(refusal("graph TD A --> B")?.message).toContain("write the rest on the next line");
});

test("tells another diagram from one that cannot be read", () => {
  expect(refusal("%% ours\nsequenceDiagram\nA->>B: hi")).toMatchObject({ kind: "other-diagram", line: 2 });
  expect(refusal("Query goes to search")).toMatchObject({ kind: "unreadable", line: 1 });
  expect(refusal("toString\nA --> B")).toMatchObject({ kind: "unreadable", line: 1 });
  expect(refusal("  \n ")?.message).toContain("Nothing is drawn yet");
});

test("refuses what is too long or too large before it is built", () => {
  expect(refusal(`flowchart LR\n${"A-->B\n".repeat(maxSourceLength)}`)?.message).toContain("longer than 20,000");
  const crowd = Array.from({ length: 300 }, (_, index) => `a${index}`).join(" & ");
  expect(refusal(`flowchart LR\n${crowd} --> ${crowd}`)).toMatchObject({
    line: 2,
    message: expect.stringContaining(`more than ${maxEdges} links`),
  });
  const boxes = Array.from({ length: maxNodes + 1 }, (_, index) => `b${index}`).join("\n");
  expect(refusal(`flowchart LR\n${boxes}`)).toMatchObject({ line: maxNodes + 2 });
  expect(read(`flowchart LR\n${"A --> B\n".repeat(maxEdges)}`).edges).toHaveLength(maxEdges);
});

test("keeps a message short whatever a box is called", () => {
  expect(refusal(`flowchart LR\n${"a".repeat(10_000)}[`)?.message.length).toBeLessThan(150);
});
