// @vitest-environment jsdom
import { expect, test } from "vitest";
import { figuresOfPage } from "#app/domain/content/figures-uses.ts";
import type { Figure } from "#app/domain/content/figures.ts";
import { parseStudyPage } from "#app/domain/content/parse.ts";
import { renderMarkdown } from "#app/services/library/render-markdown.server.ts";

// What a study page's Markdown gets beyond a brief's: badges of the ledger, and answers behind a disclosure.

const figures: Figure[] = [
  { id: "s0-total", source: "S0:40", statement: "So.", value: 1630, unit: "USD a month", status: "dated" },
  { id: "s0-tuned", source: "S0:40", statement: "So.", value: 430, unit: "USD a month", status: "contradicted" },
  { id: "s0-p50", source: "S0:52", statement: "So.", value: 1455, unit: "ms", status: "stated" },
];

async function pageOf(body: string, ledger: readonly Figure[] = figures): Promise<HTMLElement> {
  const head = "title: Cost\nkeyIdea: An idea.\npart: start\norder: 1\nminutes: 2\nsources: []";
  const { page } = parseStudyPage({ file: "cost.md", text: `---\n${head}\n---\n\n${body}\n` });
  if (!page) throw new Error("The page has a fault of its own.");
  const blocks = await renderMarkdown(page.body, figuresOfPage(page, ledger));
  const html = blocks.map((block) => (block.kind === "html" ? block.html : "")).join("\n");
  return new DOMParser().parseFromString(html, "text/html").body;
}

const badgesOf = (parent: ParentNode) =>
  [...parent.querySelectorAll<HTMLAnchorElement>("a.figure-badge")].map((badge) => [
    badge.closest(".cited")?.querySelector("cite")?.textContent,
    badge.getAttribute("href"),
    badge.querySelector("[aria-hidden]")?.textContent,
    badge.querySelector(".visually-hidden")?.textContent,
  ]);

test("each figure's badge stands at its citation, links into the ledger and says its status", async () => {
  const body = await pageOf("## Sums\n\nIt costs $1,630, tuned $430 [S0:40], and takes **1,455 ms** [S1:1, S0:52].");
  expect(badgesOf(body)).toEqual([
    ["S0:40", "/figures#s0-total", "~", "$1,630 a month: dated"],
    ["S0:40", "/figures#s0-tuned", "≠", "$430 a month: contradicted"],
    ["S0:52", "/figures#s0-p50", "“", "1,455\u00a0ms: as stated"],
  ]);
});

test("badges find their citations in lists, tables and across lines, and examples have none", async () => {
  const body = await pageOf(
    "## Sums\n\n- one\n- it costs\n  $1,630 [S0:40]\n\n| | RAG |\n|---|---|\n| Total | $430 [S0:40] |\n\n> 1,455 ms [S0:52]\n\nSay $430 [S0:40]. <!-- example -->",
  );
  expect(badgesOf(body).map(([, href]) => href)).toEqual(["/figures#s0-total", "/figures#s0-tuned", "/figures#s0-p50"]);
  expect(badgesOf(body.querySelector("td:last-child") ?? body)).toHaveLength(1);
});

test("a status that changes changes the badge of the same text", async () => {
  const text = "## Sums\n\nIt costs $1,630 [S0:40].";
  expect(badgesOf(await pageOf(text)).map(([, , glyph]) => glyph)).toEqual(["~"]);
  const changed = figures.map((figure) => ({ ...figure, status: "unsupported" as const }));
  expect(badgesOf(await pageOf(text, changed)).map(([, , glyph]) => glyph)).toEqual(["?"]);
});

const questions = `## Check yourself

- Why two lists?

  Because scores cannot be added.

  Ranks can.
- Without an answer?

  Say so.

## More

- An item.

  With a second paragraph.
`;

test("under Check yourself a question's answer is behind a disclosure, and nowhere else", async () => {
  const body = await pageOf(questions);
  const items = [...body.querySelectorAll("ul.questions > li")];
  expect(items.map((item) => item.querySelector(":scope > p")?.textContent)).toEqual([
    "Why two lists?",
    "Without an answer?",
  ]);
  expect(items.map((item) => item.querySelector("details > summary")?.textContent)).toEqual([
    "What a good answer says",
    "What a good answer says",
  ]);
  expect([...(items[0]?.querySelectorAll("details > p") ?? [])].map(({ textContent }) => textContent)).toEqual([
    "Because scores cannot be added.",
    "Ranks can.",
  ]);
  expect(body.querySelectorAll("details")).toHaveLength(2);
  expect(body.querySelector("details[open]")).toBeNull();
});

test("a question without an answer stays a question", async () => {
  const body = await pageOf("## Check yourself\n\n- Only a question?\n- Another?");
  expect(body.querySelectorAll("details")).toHaveLength(0);
  expect(body.querySelectorAll("li")).toHaveLength(2);
});

test("what an author writes of disclosures, badges and anchors is left out", async () => {
  const body = await pageOf(
    '## Sums\n\n<details open><summary>x</summary>y</details>\n\n<a class="figure-badge" data-figure="x" href="/figures#x">≠</a> words',
  );
  expect(body.querySelector("details, summary, a")).toBeNull();
});
