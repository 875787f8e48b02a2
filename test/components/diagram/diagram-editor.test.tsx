// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { DiagramEditor } from "#app/components/diagram/diagram-editor.tsx";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import type { DiagramRule } from "#app/domain/scenarios/diagram-rule.ts";
import { maxSourceLength } from "#app/domain/diagrams/graph.ts";
import { giveLayout } from "#test/support/drawing-surface.ts";

giveLayout();
afterEach(cleanup);

function Held({ first, rules }: { first: string; rules?: readonly DiagramRule[] }) {
  const [value, setValue] = useState(first);
  return <DiagramEditor value={value} onChange={setValue} name="diagram" label="Your diagram" rules={rules} />;
}

const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your diagram" });
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const wait = { timeout: 10_000 };

test("is a plain field of a form before any script has run", () => {
  const html = renderToString(<Held first={"flowchart LR\nA --> B"} />);
  const textarea = new DOMParser().parseFromString(html, "text/html").querySelector("textarea");
  expect([textarea?.name, textarea?.value, textarea?.maxLength]).toEqual([
    "diagram",
    "flowchart LR\nA --> B",
    maxSourceLength,
  ]);
});

test("draws what is typed once the typing rests, and says what it holds", async () => {
  render(<Held first="" />);
  type("flowchart LR\nA[Query] --> B[Search]");
  const image = await screen.findByRole("img", { name: "Your diagram: preview" }, wait);
  expect(image.textContent).toContain("Search");
  expect(screen.getByRole("status").textContent).toBe("2 boxes, 1 arrow. Reads without errors.");
  expect(field().getAttribute("aria-invalid")).toBeNull();
});

test("names the fault in place, tied to the field, and keeps the last good drawing in grey", async () => {
  render(<Held first={"flowchart LR\nA[Query] --> B[Search]"} />);
  await screen.findByRole("img", { name: "Your diagram: preview" }, wait);
  type("flowchart LR\nA[Query] --> B[Search");
  const image = await screen.findByRole("img", { name: "Your diagram: the last version that could be drawn" }, wait);
  expect(image.textContent).toContain("Search");
  expect(image.className).toContain("is-stale");
  expect(screen.getByText("Flowchart, left to right: 2 boxes, 1 arrow")).toBeTruthy();
  const status = document.getElementById(field().getAttribute("aria-describedby") ?? "");
  expect(status?.textContent).toBe("Line 2: The label of B is not closed: it needs ] at its end.");
  expect(field().getAttribute("aria-invalid")).toBe("true");
  type("flowchart LR\nA[Query] --> B[Found]");
  await waitFor(() =>
    expect(screen.getByRole("img", { name: "Your diagram: preview" }).textContent).toContain("Found"),
  );
});

test("names what only Mermaid finds wrong", async () => {
  render(<Held first={"flowchart LR\nA@{ shape: no-such-shape }"} />);
  await waitFor(() => expect(screen.getByRole("status").textContent).toContain("No such shape: no-such-shape"), wait);
});

test("starts from an example that reads, and only where nothing would be lost", async () => {
  render(<Held first="" />);
  fireEvent.click(screen.getByRole("button", { name: "Start from an example" }));
  const parsed = parseFlowchart(field().value);
  expect(parsed.ok && parsed.graph.nodes).toHaveLength(4);
  expect(screen.queryByRole("button", { name: "Start from an example" })).toBeNull();
});

test("an empty field is no fault", async () => {
  render(<Held first="flowchart LR" />);
  type("  ");
  await screen.findByText("The drawing appears here as you type.", {}, wait);
  expect(field().getAttribute("aria-invalid")).toBeNull();
});

test("where there is no editor the palette and the lines of findings lead into the plain field", async () => {
  render(<Held first={'flowchart LR\n  S["Search"] -->'} rules={["retrieves-before-generation"]} />);
  field().setSelectionRange(field().value.length, field().value.length);
  fireEvent.click(screen.getByText("Insert a part"));
  fireEvent.click(await screen.findByRole("button", { name: "Generator" }));
  expect(field().value).toBe('flowchart LR\n  S["Search"] --> generator["Generator"]');
  const selected = () => field().value.slice(field().selectionStart, field().selectionEnd);
  await waitFor(() => expect(selected()).toBe("Generator"));
  expect(document.activeElement).toBe(field());
  fireEvent.click(await screen.findByRole("button", { name: "line 2" }, wait));
  expect(selected()).toBe('  S["Search"] --> generator["Generator"]');
});

test("says nothing of rules where none are named", () => {
  render(<Held first={'flowchart LR\n  S["Search"] --> G["Generator"]'} />);
  expect(screen.queryByText("Diagram check.")).toBeNull();
});
