import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findDanglingLinks } from "#app/domain/content/dangling-links.ts";
import { readMarkdown, walk } from "#app/domain/content/markdown.ts";
import { parseStudyPage } from "#app/domain/content/parse.ts";
import { outlineOf } from "#app/domain/diagrams/outline.ts";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { checkDiagram } from "#app/services/library/read-diagram.server.ts";

const root = process.cwd();
const markdownBelow = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => ({ file: join(folder, path), text: readFileSync(join(root, folder, path), "utf8") }));

const pageFiles = markdownBelow("content");
const diagrams = [...pageFiles, ...markdownBelow("scenarios")].flatMap(({ file, text }) =>
  [...walk(readMarkdown(text))].flatMap((node) =>
    node.type === "code" && node.lang === "mermaid"
      ? [{ at: `${file}:${node.position?.start.line}`, source: node.value }]
      : [],
  ),
);

test.each(pageFiles)("$file is a study page without a problem", ({ file, text }) => {
  const { page, problems } = parseStudyPage({ file, text });
  expect(problems).toEqual([]);
  expect(page?.sections.length).toBeGreaterThan(1);
});

test("every link between study pages leads to a section that exists", () => {
  const pages = pageFiles.flatMap((written) => parseStudyPage(written).page ?? []);
  expect(pages.flatMap((page) => page.links).length).toBeGreaterThan(10);
  expect(findDanglingLinks(pages)).toEqual([]);
});

test.each(diagrams)("the diagram at $at is read by us and by Mermaid", async ({ source }) => {
  const parsed = parseFlowchart(source);
  expect(parsed).toMatchObject({ ok: true });
  expect(parsed.ok && outlineOf(parsed.graph).items.length).toBeGreaterThan(1);
  expect(await checkDiagram(source)).toEqual({ ok: true });
});
