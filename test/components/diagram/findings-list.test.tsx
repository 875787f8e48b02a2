// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { findInDrawing } from "#app/components/diagram/findings/drawing-findings.ts";
import { FindingsList } from "#app/components/diagram/findings/findings-list.tsx";
import { startingDrawings } from "#app/components/diagram/studio/starting-drawings.ts";
import { diagramRules } from "#app/domain/scenarios/diagram-rule.ts";

afterEach(cleanup);

const wrongWay = `flowchart LR
  Q["Question"] --> R["Rerank"]
  R --> S["Search"]
  S --> G["Generator"]
`;
const rules = ["retrieves-before-generation", "rerank-after-retrieval", "router-has-a-default"] as const;

test("says of each chosen rule whether the drawing keeps it, breaks it or does not show it", () => {
  render(<FindingsList source={wrongWay} rules={rules} />);
  expect(screen.getByText("1 of 3 rules are kept, 1 broken, 1 not drawn.", { exact: false })).toBeTruthy();
  const items = screen.getAllByRole("listitem").map((item) => item.textContent);
  expect(items).toEqual([
    "Retrieval comes before generationHoldsline 3line 4Retrieval in line 3 leads to the generator in line 4.",
    "Reranking comes after retrieval and before generationBrokenline 2line 3The reranker in line 2 comes before retrieval in line 3.",
    "The router has a way for all elseNot drawnNo router is drawn.",
  ]);
  expect(screen.queryByRole("button")).toBeNull();
});

test("lines lead to the source where there is somewhere to lead to", () => {
  const led: number[] = [];
  render(<FindingsList source={wrongWay} rules={rules} onLine={(line) => led.push(line)} />);
  const broken = screen.getByText("Broken").closest("li");
  if (!broken) throw new Error("Nothing is broken.");
  fireEvent.click(within(broken).getByRole("button", { name: "line 2" }));
  expect(led).toEqual([2]);
});

test("says why nothing is held against the rules: empty, unreadable, of another kind, too long, too many groups", () => {
  const reason = (source: string) => {
    const found = findInDrawing(source, diagramRules);
    return found.read ? "read" : found.reason;
  };
  expect(reason(" \n")).toMatch(/^As soon as something is drawn/);
  expect(reason("flowchart LR\n  A[open")).toMatch(/^The rules wait/);
  expect(reason("sequenceDiagram\n  A->>B: hi")).toMatch(/^This is a sequence diagram/);
  expect(reason("flowchart LR\n".padEnd(1_000_000, "A --> B\n"))).toMatch(/^The rules wait/);
  const groups = Array.from({ length: 101 }, (_, at) => `subgraph g${at}\nend`).join("\n");
  expect(reason(`flowchart LR\n${groups}`)).toMatch(/^The diagram has more than 100 groups/);
});

test("each starting drawing keeps rules of its own and breaks none, already in what the server sends", () => {
  for (const { source } of Object.values(startingDrawings)) {
    const html = renderToString(<FindingsList source={source} rules={diagramRules} />);
    expect(html).toContain("Holds");
    expect(html).not.toContain("Broken");
  }
});
