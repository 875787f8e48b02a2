import { expect, test } from "vitest";
import { findDanglingLinks } from "#app/domain/content/dangling-links.ts";
import { parseStudyPage } from "#app/domain/content/parse.ts";
import type { StudyPage } from "#app/domain/content/schema.ts";

const frontMatter = `title: Cost
keyIdea: Multiply every line yourself.
part: cost-and-speed
order: 10
minutes: 5
sources: ["S0:41", "S1:36-44"]`;

const body = `Before the first section [S0:41].

## Break-even

Half of it [S1:36-44, S2:9] is [elsewhere](/learn/latency#where-the-time-goes), or [here](/learn/cost).

\`\`\`mermaid
flowchart LR
  A --> B
\`\`\`

### Closer

\`\`\`
## Not a heading, and no [S0:1]
\`\`\`

## What's next?

The end.`;

const written = (text: string, file = "cost.md") => parseStudyPage({ file, text });
const fileOf = (matter: string, text: string) => `---\n${matter}\n---\n\n${text}\n`;

function page(text: string, file?: string): StudyPage {
  const { page, problems } = written(text, file);
  if (!page) throw new Error(problems.map(({ field, message }) => `${field} ${message}`).join("\n"));
  return page;
}

test("reads a page with its sections, and everything it points at with its line in the file", () => {
  const read = page(fileOf(frontMatter, body));
  expect(read).toMatchObject({ slug: "cost", title: "Cost", order: 10, minutes: 5, sources: ["S0:41", "S1:36-44"] });
  expect(read.sections.map(({ id, heading }) => [id, heading])).toEqual([
    ["break-even", "Break-even"],
    ["whats-next", "What's next?"],
  ]);
  expect(read.sections[1]?.text).toBe("The end.");
  expect(read.sections[0]?.text).toContain("### Closer");
  expect(read.links).toEqual([
    { page: "latency", section: "where-the-time-goes", line: 14 },
    { page: "cost", section: null, line: 14 },
  ]);
  expect(read.diagrams).toEqual([{ source: "flowchart LR\n  A --> B", line: 17 }]);
  expect(read.citations).toEqual([
    { source: "S0:41", line: 10 },
    { source: "S1:36-44", line: 14 },
    { source: "S2:9", line: 14 },
  ]);
});

test("reads a page with Windows line ends as the same page", () => {
  const unix = fileOf(frontMatter, body);
  const { body: _body, ...windows } = page(unix.replaceAll("\n", "\r\n"));
  expect(windows.links).toEqual(page(unix).links);
  expect(windows.sections.map(({ id }) => id)).toEqual(["break-even", "whats-next"]);
});

test("names the line of broken front matter, and reads nothing else", () => {
  expect(written(fileOf("title: Cost\nkeyIdea: one: two", body))).toEqual({
    page: null,
    problems: [{ file: "cost.md", field: "line 3", message: expect.stringContaining("YAML"), severity: "error" }],
  });
  expect(written("no front matter").problems).toMatchObject([{ field: "front matter", severity: "error" }]);
});

test("names every problem of a page at once", () => {
  const { page, problems } = written(
    fileOf("title: Cost\nkeyIdea: x\npart: middle\norder: ten\nminutes: 5\nsources: [S9:1]\nmood: good", "# Cost\n\nNo figure [S7:2]."),
    "Cost of it.md",
  );
  expect(page).toBeNull();
  expect(problems.map(({ field, severity }) => [field, severity])).toEqual([
    ["part", "error"],
    ["order", "error"],
    ["sources[0]", "error"],
    ["the whole file", "error"],
    ["file name", "error"],
    ["body", "error"],
    ["line 11", "warning"],
    ["line 13", "error"],
  ]);
});

test("serves a page that only reads badly, and warns", () => {
  const { page, problems } = written(fileOf(frontMatter, "## A\n\n<b>bold</b>\n\n## A\n\nagain"));
  expect(page?.sections.map(({ id }) => id)).toEqual(["a", "a-1"]);
  expect(problems.map(({ field, severity }) => [field, severity])).toEqual([
    ["line 14", "warning"],
    ["line 12", "warning"],
  ]);
});

test("a page without text or without a section is refused", () => {
  expect(written(fileOf(frontMatter, "")).problems).toMatchObject([{ field: "body", severity: "error" }]);
  expect(written(fileOf(frontMatter, "Words.")).problems).toMatchObject([{ field: "body", severity: "error" }]);
});

test("finds links between pages that lead nowhere", () => {
  const cost = page(fileOf(frontMatter, "## Sum\n\n[a](/learn/latency#gone) [b](/learn/none) [c](/learn/latency#here)"));
  const latency = page(fileOf(frontMatter, "## Here\n\n[a](/learn/cost#sum)"), "latency.md");
  expect(findDanglingLinks([cost, latency], (slug) => `content/${slug}.md`)).toEqual([
    {
      file: "content/cost.md",
      field: "line 12",
      message: "links to a section that does not exist: /learn/latency#gone",
      severity: "error",
    },
    {
      file: "content/cost.md",
      field: "line 12",
      message: "links to a page that does not exist: /learn/none",
      severity: "error",
    },
  ]);
});
