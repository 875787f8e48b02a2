import { expect, test } from "vitest";
import { drawableSource, storeClass } from "#app/domain/diagrams/drawable-source.ts";
import { maxSourceLength } from "#app/domain/diagrams/graph.ts";
import { explainRefusal, findFault } from "#app/domain/diagrams/mermaid-fault.ts";
import { authorLine, diagramKind, plainSource, uprightSource } from "#app/domain/diagrams/mermaid-source.ts";

test("blanks front matter, directives and comments, and keeps every line in its place", () => {
  const source = '---\ntitle: x\n---\r\n%%{init: {"a":\n1}}%%\nflowchart LR %%{wrap}%%\n  %% why\n  A --> B';
  expect(plainSource(source)).toBe("\n\n\n\n\nflowchart LR\n\n  A --> B");
});

test("keeps a line of dashes that opens no front matter, and a directive that is never closed", () => {
  expect(plainSource("---\nflowchart LR")).toBe("---\nflowchart LR");
  expect(plainSource("flowchart LR\nA %%{init\nB")).toBe("flowchart LR\nA %%{init\nB");
});

test("shortens runs of spaces, over which Mermaid's parser would take many seconds", () => {
  const spaces = " ".repeat(15_000);
  expect(plainSource(`flowchart LR\n${spaces}A${spaces}-->${spaces}B${spaces}`)).toBe(
    `flowchart LR\n${" ".repeat(40)}A --> B`,
  );
});

test("turns a diagram that runs from left to right, and no other", () => {
  expect(uprightSource("%% x\n  flowchart LR;\nA --> LR")).toBe("%% x\n  flowchart TD;\nA --> LR");
  expect(uprightSource("graph LR")).toBe("graph TD");
  expect(uprightSource("flowchart RL\nA")).toBe("flowchart RL\nA");
  expect(uprightSource("flowchart LRX\nA")).toBe("flowchart LRX\nA");
  expect(uprightSource("sequenceDiagram\nA->>B: flowchart LR")).toBe("sequenceDiagram\nA->>B: flowchart LR");
});

test("knows which diagram a source draws by its first word", () => {
  expect(diagramKind("  graph TD\nA")).toEqual({ kind: "flowchart" });
  expect(diagramKind("pie title Pets")).toEqual({ kind: "other-diagram", name: "a pie chart" });
  expect(diagramKind("piece of text")).toEqual({ kind: "unknown" });
  expect(diagramKind("constructor")).toEqual({ kind: "unknown" });
});

test("finds the author's line behind the one that Mermaid counts", () => {
  const plain = plainSource("%% a\n\nflowchart LR\nA{x}\n\n\nB -->\n\nC");
  expect([1, 2, 3].map((line) => authorLine(plain, line))).toEqual([3, 4, 7]);
  expect(authorLine(plain, 99)).toBe(9);
});

test("hands over to be drawn what an author says of boxes, not of looks, and marks stores", () => {
  const source = [
    "flowchart LR",
    "A --> I[(Index)];style A fill:#fff",
    "classDef hot fill:#f9f,stroke:#333",
    'B["a; style guide"]:::hot --> I',
    'click A "https://example.org"',
  ];
  expect(drawableSource(source.join("\n")).split("\n")).toEqual([
    "flowchart LR",
    "A --> I[(Index)];",
    "",
    'B["a; style guide"]:::hot --> I',
    "",
    "I@{ shape: rect }",
    `class I ${storeClass}`,
  ]);
});

test("hands over another diagram, and one that cannot be read, only plain", () => {
  expect(drawableSource("%% x\nstateDiagram\nclassDef a fill:#fff")).toBe("\nstateDiagram\nclassDef a fill:#fff");
  expect(drawableSource("flowchart LR\nA[\nstyle A fill:#fff")).toBe("flowchart LR\nA[\nstyle A fill:#fff");
});

test("refuses unread what no parser should spend time on, and lets other diagrams pass", () => {
  expect(findFault("x".repeat(maxSourceLength + 1))).toMatchObject({ line: 1 });
  expect(findFault("flowchart LR\nA[")).toMatchObject({ line: 2 });
  expect(findFault("gantt\ntitle x")).toBeNull();
});

test.each([
  ["Parse error on line 3:\n...A\n---^\nExpecting 'x', got 'y'", "->>", "Mermaid did not expect ->> here."],
  ["Parse error on line 3:\n...", "", "The source ends before everything that was opened is closed."],
  ["Parse error on line 3:\n...", "\n", "Something is missing where this line ends."],
  ["Lexical error on line 3. Unrecognized text.", "", "Mermaid does not know this word or sign."],
  ["Parsing failed: Lexer error on line 3, column 6: unexpected", null, "Mermaid cannot read this line."],
])("explains %j with %j in words", (message, token, words) => {
  expect(explainRefusal("%% x\nsequenceDiagram\nA->>B: hi\nfoo", { message, token })).toEqual({
    line: 4,
    message: words,
  });
});

test("explains what names no line, and what says nothing", () => {
  const source = "flowchart LR\nA@{ shape: nope }";
  expect(explainRefusal(source, { message: "No such shape: nope.\n  at x", token: null })).toEqual({
    line: 1,
    message: "Mermaid says: No such shape: nope.",
  });
  expect(explainRefusal(source, { message: "", token: null }).message).toBe("Mermaid cannot draw this.");
  expect(explainRefusal("hello", { message: "No diagram type detected …", token: null }).message).toBe(
    "The first line names no diagram that Mermaid knows.",
  );
});
