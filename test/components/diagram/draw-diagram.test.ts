// @vitest-environment jsdom
import { beforeAll, expect, test } from "vitest";
import { drawDiagram, type Drawing } from "#app/components/diagram/draw-diagram.ts";
import { giveLayout } from "#test/support/drawing-surface.ts";
import { writtenFlowcharts } from "#test/support/flowcharts.ts";

const look = { theme: "light", isNarrow: false } as const;

beforeAll(() => {
  giveLayout();
});

function svgOf(drawing: Drawing): SVGElement {
  if (!drawing.ok) throw new Error(`line ${drawing.line}: ${drawing.message}`);
  const svg = new DOMParser().parseFromString(drawing.svg, "text/html").querySelector("svg");
  if (!svg) throw new Error("The drawing holds no svg.");
  return svg;
}

async function draw(source: string): Promise<SVGElement> {
  return svgOf(await drawDiagram(source, look));
}

test("draws boxes and words, with open arrowheads and a lid on a store", async () => {
  const svg = await draw(writtenFlowcharts[0] ?? "");
  expect([...svg.querySelectorAll(".node")].map((node) => node.textContent)).toEqual(
    "Query Cache Answer Search Index Rerank LLM".split(" "),
  );
  const heads = [...svg.querySelectorAll('marker[id$="pointEnd"] path')];
  expect(heads.map((head) => head.getAttribute("d"))).toEqual(["M 2 1 L 9 5 L 2 9"]);
  const lids = [...svg.querySelectorAll(".node")].filter((node) => node.querySelector("rect.basic + path"));
  expect(lids.map((node) => node.textContent)).toEqual(["Cache", "Index"]);
});

test("draws in the house style, whatever the author says of looks or directs Mermaid to do", async () => {
  const svg = await draw(`%%{init: {"theme": "dark", "themeCSS": "* { fill: red }", "securityLevel": "loose"}}%%
flowchart LR
  A[One] --> B[Two]
  style A fill:#ff00ff
  classDef loud fill:#ff00ff
  class B loud
  linkStyle 0 stroke:#ff00ff`);
  expect(svg.outerHTML).not.toMatch(/ff00ff|fill:\s*red|255,\s*0,\s*255/i);
});

const hostile = [
  'flowchart LR\nA["<img src=x onerror=alert(1)>"] --> B["<script>alert(1)</script>"]',
  'flowchart LR\nA["<iframe src=javascript:alert(1)>"] -->|"<svg onload=alert(1)>"| B',
  'flowchart LR\nA --> B\nclick A "javascript:alert(1)"\nclick B call alert(1)',
  'flowchart LR\nA --> B\nclick A href "https://example.org" _blank',
  'flowchart LR\nA@{ img: "https://example.org/tracks-you.png", label: "x" } --> B',
  "flowchart LR\nA --> B\nstyle A fill:url(https://example.org/a.svg#x)",
  "stateDiagram-v2\n[*] --> A\nclassDef x fill:url(https://example.org/a.svg#x)\nclass A x",
  'sequenceDiagram\nparticipant A as <img src=x onerror=alert(1)>\nA->>A: <a href="javascript:alert(1)">x</a>',
  'sequenceDiagram\nparticipant A\nlink A: Home @ https://example.org\nA->>A: "#quot;><script>alert(1)</script>"',
  'flowchart LR\nA["`**<b onmouseover=alert(1)>x</b>**`"] --> B["#lt;img src=x onerror=alert(1)#gt;"]',
];

test.each(hostile)("draws nothing that runs, leads away or loads: %j", async (source) => {
  const drawing = await drawDiagram(source, look);
  // A drawing that Mermaid refuses is as harmless as one it draws.
  if (!drawing.ok) return expect(drawing.message).not.toBe("");
  const svg = svgOf(drawing);
  expect(svg.querySelectorAll("script, iframe, foreignObject, image, img, a, use[href^=http]")).toHaveLength(0);
  const attributes = [...svg.querySelectorAll("*")].flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ name, value }) => name.startsWith("on") || /javascript:/i.test(value))).toEqual([]);
  expect(svg.outerHTML).not.toMatch(/url\(\s*["']?https?:|@import/i);
});

test("draws one at a time, each with ids of its own, and leaves nothing behind", async () => {
  const drawings = await Promise.all(writtenFlowcharts.map((source) => drawDiagram(source, look)));
  const ids = drawings.flatMap((drawing) => [...svgOf(drawing).querySelectorAll("[id]")].map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(50);
  expect(new Set(ids).size).toBe(ids.length);
  expect(document.body.children).toHaveLength(0);
});

test("is one image to assistive technology: nothing in it has a role or can be focused", async () => {
  const svg = await draw("sequenceDiagram\nA->>B: hi");
  expect([svg, ...svg.querySelectorAll("[role], [tabindex], [aria-roledescription]")]).toEqual([svg]);
  expect(svg.hasAttribute("role")).toBe(false);
});

test("names the author's line of what cannot be drawn, and draws the next one", async () => {
  const [broken, other, shape, good] = await Promise.all([
    drawDiagram("%% ours\nflowchart LR\nA --> B[open", look),
    drawDiagram("%% ours\nsequenceDiagram\nA->>B: hi\nfoo bar", look),
    drawDiagram("flowchart LR\nA@{ shape: no-such-shape }", look),
    drawDiagram("flowchart LR\nA --> B", look),
  ]);
  expect(broken).toMatchObject({ ok: false, line: 3, message: expect.stringContaining("not closed") });
  expect(other).toMatchObject({ ok: false, line: 4 });
  expect(shape).toMatchObject({ ok: false, message: expect.stringContaining("no-such-shape") });
  expect(good.ok).toBe(true);
  expect(document.body.children).toHaveLength(0);
});

test("does not try what is too long", async () => {
  expect(await drawDiagram(`flowchart LR\n${"A --> B\n".repeat(3_000)}`, look)).toMatchObject({ ok: false, line: 1 });
});
