// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Diagram } from "#app/components/diagram/diagram.tsx";
import { giveLayout } from "#test/support/drawing-surface.ts";
import { writtenFlowcharts } from "#test/support/flowcharts.ts";

const flowchart = writtenFlowcharts[0] ?? "";
const { setFrameWidth } = giveLayout();

/** Wider than any drawing: in jsdom a drawing measures as wide as all its text in one line. */
beforeEach(() => setFrameWidth(1_000_000));
afterEach(() => {
  cleanup();
  delete document.documentElement.dataset.theme;
});

/** What the server sends, as a browser without scripts holds it. */
function served(source: string): HTMLElement {
  const html = renderToString(<Diagram source={source} label="The pipeline" caption="As it runs today." />);
  return new DOMParser().parseFromString(html, "text/html").body;
}

const picture = () => screen.findByRole("img", {}, { timeout: 10_000 });
const stateOf = (container: Element) => container.querySelector("figure")?.dataset.state;

/** Where a box stands in the drawing. */
function placeOf(container: Element, label: string): { x: number; y: number } {
  const node = [...container.querySelectorAll(".node")].find((each) => each.textContent === label);
  const [, x, y] = /translate\(([-\d.]+), ([-\d.]+)\)/.exec(node?.getAttribute("transform") ?? "") ?? [];
  return { x: Number(x), y: Number(y) };
}

test("is whole without a script: the outline is there and open", () => {
  const body = served(flowchart);
  expect(body.querySelector("details")?.open).toBe(true);
  expect(body.querySelector("summary")?.textContent).toBe("The same as an outline");
  expect(body.querySelector("details")?.textContent).toContain("Flowchart, left to right: 7 boxes, 7 arrows");
  expect([...body.querySelectorAll("details > div > ul > li")].map((item) => item.textContent)).toEqual([
    "Query → leads to Cache",
    "Cachehit → leads to Answermiss → leads to Search",
    "Index → leads to Search",
    "Search → leads to Rerank",
    "Rerank → leads to LLM",
    "LLM → leads to Answer",
  ]);
  expect(body.querySelector("svg")).toBeNull();
  expect(body.querySelector("figcaption")?.textContent).toBe("As it runs today.");
});

test("shows a broken source as it is written, with the line and the repair, and nothing of it as markup", () => {
  const broken = "flowchart LR\nA[<img src=x> --> B";
  const body = served(broken);
  expect(body.querySelector("pre")?.textContent).toBe(broken);
  expect(body.textContent).toContain("Line 2: The label of A is not closed");
  expect(body.querySelectorAll("img, details")).toHaveLength(0);
});

test("draws in the browser, says what is drawn and closes the outline under it", async () => {
  const { container } = render(<Diagram source={flowchart} label="The pipeline" />);
  const image = await picture();
  expect(image.getAttribute("aria-label")).toBe("The pipeline: 7 boxes, 7 arrows. An outline follows.");
  expect(document.getElementById(image.getAttribute("aria-details") ?? "")?.localName).toBe("details");
  expect(container.querySelector("details")?.open).toBe(false);
  expect(stateOf(container)).toBe("drawn");
});

test("lets the reader open the outline, and leaves it open when the drawing changes", async () => {
  const { container, rerender } = render(<Diagram source={flowchart} label="The pipeline" />);
  await picture();
  const details = container.querySelector("details");
  if (details) details.open = true;
  await act(async () => void details?.dispatchEvent(new Event("toggle")));
  rerender(<Diagram source={"flowchart LR\nA[New box] --> B"} label="The pipeline" />);
  await waitFor(() => expect(container.querySelector("svg")?.textContent).toContain("New box"), { timeout: 10_000 });
  expect(details?.open).toBe(true);
});

test("draws again in the theme that is chosen", async () => {
  const { container } = render(<Diagram source={flowchart} label="The pipeline" />);
  await picture();
  expect(container.innerHTML).toContain("#17212a");
  await act(async () => void (document.documentElement.dataset.theme = "dark"));
  await waitFor(() => expect(container.innerHTML).toContain("#e7ece5"), { timeout: 10_000 });
  expect(container.innerHTML).not.toContain("#17212a");
});

test("turns a diagram from left to right where its frame is narrow, and no other", async () => {
  const { container } = render(<Diagram source={flowchart} label="The pipeline" />);
  await picture();
  expect(placeOf(container, "LLM").x).toBeGreaterThan(placeOf(container, "Rerank").x);
  cleanup();
  setFrameWidth(350);
  const narrow = render(<Diagram source={flowchart} label="The pipeline" />);
  await picture();
  expect(placeOf(narrow.container, "LLM").y).toBeGreaterThan(placeOf(narrow.container, "Rerank").y);
});

test("draws another diagram too, with its source as its words", async () => {
  const { container } = render(<Diagram source={"sequenceDiagram\nAnn->>Bob: Hello"} label="A talk" />);
  expect((await picture()).textContent).toContain("Hello");
  expect(container.querySelector("summary")?.textContent).toBe("The source of this drawing");
  expect(container.querySelector("pre")?.textContent).toBe("sequenceDiagram\nAnn->>Bob: Hello");
});

test("shows source, fault and outline of what reads well and Mermaid refuses", async () => {
  const { container } = render(<Diagram source={"flowchart LR\nA@{ shape: no-such-shape } --> B"} label="Odd" />);
  await waitFor(() => expect(stateOf(container)).toBe("failed"), { timeout: 10_000 });
  expect(container.textContent).toContain("No such shape: no-such-shape");
  expect(container.querySelector("pre")?.textContent).toContain("no-such-shape");
  expect(container.querySelector("details")?.open).toBe(true);
});

test("a drawing wider than its frame scrolls, and can be reached by keyboard", async () => {
  setFrameWidth(10);
  render(<Diagram source={"flowchart TD\nA[Some words] --> B"} label="Wide" />);
  await picture();
  expect(screen.getByRole("group", { name: "Wide drawing, scrolls sideways" }).tabIndex).toBe(0);
});

test("a drawing that fits is no stop for the keyboard", async () => {
  const { container } = render(<Diagram source={flowchart} label="The pipeline" />);
  await picture();
  expect(container.querySelectorAll("[tabindex]")).toHaveLength(0);
});
