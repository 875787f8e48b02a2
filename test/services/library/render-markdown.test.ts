// @vitest-environment jsdom
import fc from "fast-check";
import { expect, test } from "vitest";
import { renderMarkdown } from "#app/services/library/render-markdown.server.ts";

async function html(markdown: string): Promise<string> {
  const blocks = await renderMarkdown(markdown);
  return blocks.map((block) => (block.kind === "html" ? block.html : `<!-- ${block.id} -->`)).join("\n");
}

async function page(markdown: string): Promise<HTMLElement> {
  return new DOMParser().parseFromString(await html(markdown), "text/html").body;
}

test("a text is rendered once, until longer ones have come after it than are worth keeping", async () => {
  const first = renderMarkdown("Kept for a while.");
  expect(renderMarkdown("Kept for a while.")).toBe(first);
  for (let nth = 0; nth < 21; nth += 1) await renderMarkdown(`${nth} ${"x".repeat(100_000)}`);
  expect(renderMarkdown("Kept for a while.")).not.toBe(first);
  expect(await renderMarkdown("Kept for a while.")).toEqual(await first);
});

test("cuts the text where a diagram stands, under the heading it stands under", async () => {
  const blocks = await renderMarkdown(
    "Before.\n\n```mermaid\nflowchart LR\n  A --> B\n```\n\n## Two phases\n\n```mermaid\npie\n```",
  );
  expect(blocks).toEqual([
    { kind: "html", html: "<p>Before.</p>" },
    { kind: "diagram", source: "flowchart LR\n  A --> B", id: "diagram-1", label: null },
    { kind: "html", html: '<h2 id="two-phases">Two phases</h2>' },
    { kind: "diagram", source: "pie", id: "diagram-2", label: "Two phases" },
  ]);
});

test("anchors every heading as the page's sections are named", async () => {
  const body = await page("## The test\n\n### The test\n\n## Both `at` once");
  expect([...body.querySelectorAll("h2, h3")].map(({ id }) => id)).toEqual(["the-test", "the-test-1", "both-at-once"]);
});

test("turns citations into marks that name their source, but not in code or links", async () => {
  const body = await page("It cost $940 [S0:41, S1:36-44]. `[S0:1]` [a [S0:2] b](/learn) [S8:1]");
  const cites = [...body.querySelectorAll("cite")];
  expect(cites.map((cite) => [cite.className, cite.dataset.source, cite.textContent])).toEqual([
    ["source", "S0:41", "S0:41"],
    ["source", "S1:36-44", "S1:36-44"],
  ]);
  expect(cites[1]?.title).toBe("S1, lines 36–44: a visual guide to the decision");
  expect(body.textContent).toContain("[S8:1]");
});

test("tells other hosts nothing, and leaves links within the site alone", async () => {
  const body = await page(
    "[out](https://example.org/a) [also](//example.org) [in](/learn/cost#sum) [mail](mailto:a@b.org)",
  );
  expect([...body.querySelectorAll("a")].map((link) => [link.getAttribute("href"), link.rel])).toEqual([
    ["https://example.org/a", "noreferrer"],
    ["//example.org", "noreferrer"],
    ["/learn/cost#sum", ""],
    ["mailto:a@b.org", ""],
  ]);
});

test("lays a table out as a ledger whose cells know their column", async () => {
  const body = await page("| Source | Per month |\n|---|--:|\n| S0 [S0:41] | **100** |");
  const table = body.querySelector("table");
  expect(table?.className).toBe("ledger folds");
  expect([...body.querySelectorAll("th")].map((head) => [head.scope, head.className])).toEqual([
    ["col", ""],
    ["col", "r"],
  ]);
  const [first, second] = body.querySelectorAll("td");
  expect(first?.className).toBe("lead-cell");
  expect([second?.className, second?.dataset.label, second?.innerHTML]).toEqual([
    "r",
    "Per month",
    "<span><strong>100</strong></span>",
  ]);
});

test("gives code that may scroll a place in the tab order, and shows what is in it", async () => {
  const code = (await page("```ts\nconst a = `<b>`;\n```")).querySelector("pre");
  expect(code?.tabIndex).toBe(0);
  expect(code?.textContent).toBe("const a = `<b>`;\n");
});

test("numbers the lines of longer code, which stays the same text and cites nothing", async () => {
  const written = "import hashlib\n\n\ndef key(query):\n    # as in [S0:41]\n    return hashlib.sha256(query)\n";
  const code = (await page(`\`\`\`python\n${written}\`\`\``)).querySelector("pre.numbered");
  expect(code?.textContent).toBe(written);
  expect([...(code?.querySelectorAll(".line") ?? [])].map((line) => line.textContent)).toHaveLength(6);
  expect(code?.querySelector("cite")).toBeNull();
  expect((await page("```\n1\n2\n3\n4\n5\n6\n7\n```")).querySelector(".line")).toBeNull();
});

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)><script>alert(1)</script></svg>",
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  "[x](vbscript:alert(1))",
  "![x](https://example.org/tracks-you.png)",
  "![x](javascript:alert(1))",
  '[x](/a "quote\\" onmouseover=alert(1) b")',
  "<style>body { display: none }</style>",
  '<form action="https://example.org"><input name="q"><button>go</button></form>',
  "<base href=https://example.org>",
  "<details open ontoggle=alert(1)>",
  "```mermaid-<b>\nx\n```",
  "<https://example.org/<script>>",
];

/** Elements and attributes that run, load, submit or restyle something. */
function dangersIn(body: HTMLElement): string[] {
  const elements = [...body.querySelectorAll("*")];
  const tags = "script style iframe object embed svg math img form input button base link meta details video audio";
  const named = elements.map((element) => element.localName).filter((name) => tags.split(" ").includes(name));
  const attributes = elements.flatMap((element) => [...element.attributes]);
  const bad = attributes.filter(
    ({ name, value }) =>
      name.startsWith("on") || name === "style" || name === "src" || (name === "href" && !isHarmless(value)),
  );
  return [...named, ...bad.map(({ name, value }) => `${name}=${value}`)];
}

/** What is no address at all leads nowhere. */
function isHarmless(href: string): boolean {
  const base = "https://here.example";
  return !URL.canParse(href, base) || ["http:", "https:", "mailto:"].includes(new URL(href, base).protocol);
}

test.each(hostile)("renders inert: %j", async (markdown) => {
  expect(dangersIn(await page(markdown))).toEqual([]);
  expect(dangersIn(await page(`| a |\n|---|\n| ${markdown} |\n\n- ${markdown}\n\n> ${markdown}`))).toEqual([]);
});

test("renders any text inert, also pieces of HTML put together at random", async () => {
  const piece = fc.oneof(
    fc.constantFrom(...hostile, "\n\n", "`", "[", "](", ")", "<", ">", '"', "- ", "| "),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      expect(dangersIn(await page(pieces.join("")))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("renders the same text once", () => {
  expect(renderMarkdown("Once.")).toBe(renderMarkdown("Once."));
});
