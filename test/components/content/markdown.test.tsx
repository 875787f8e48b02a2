// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Markdown } from "#app/components/content/markdown.tsx";
import { PageContents, PageSources } from "#app/components/content/study-page.tsx";

afterEach(cleanup);

test("shows text and diagrams in their order, each diagram under its heading's name", () => {
  const { container } = render(
    <Markdown
      blocks={[
        { kind: "html", html: "<p>Before.</p>" },
        { kind: "diagram", source: "flowchart LR\nA --> B", id: "diagram-1", label: null },
        { kind: "html", html: '<h2 id="x">Two phases</h2>' },
        { kind: "diagram", source: "flowchart LR\nA --> [", id: "diagram-2", label: "Two phases" },
      ]}
    />,
  );
  const kinds = [...(container.firstElementChild?.children ?? [])].map((child) => child.localName);
  expect(kinds).toEqual(["div", "figure", "div", "figure"]);
  expect(container.querySelector("h2")?.id).toBe("x");
  expect(container.textContent).toContain("A box cannot begin with [");
});

test("lists the sections of a page as links into it", () => {
  render(<PageContents sections={[{ id: "the-test", heading: "The test" }]} />);
  const contents = screen.getByRole("navigation", { name: "On this page" });
  expect(contents.querySelector("a")?.getAttribute("href")).toBe("#the-test");
});

test("names each source document once, with its lines", () => {
  const { container } = render(<PageSources sources={["S1:9", "S0:41", "S0:385", "S0:36-44"]} />);
  expect([...container.querySelectorAll("dt")].map((term) => term.textContent)).toEqual([
    "S0, a practitioner’s article with figures of late 2025",
    "S1, a visual guide to the decision",
  ]);
  expect([...container.querySelectorAll("dd")].map((lines) => lines.textContent)).toEqual([
    "lines 36–44, 41, 385",
    "line 9",
  ]);
});

test("a page without sources shows no empty list of them", () => {
  const { container } = render(<PageSources sources={[]} />);
  expect(container.innerHTML).toBe("");
});
