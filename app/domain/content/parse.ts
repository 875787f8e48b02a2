/**
 * From a Markdown file to a study page, or to every problem of the file at once. What sends a reader nowhere is an
 * error; what only reads badly is a warning.
 */
import type { Problem } from "../scenarios/problem.ts";
import { holdAgainst, readFrontMatter, type WrittenFile } from "../scenarios/written-file.ts";
import { brokenCitations, splitCitations } from "./citation.ts";
import {
  nameHeadings,
  readMarkdown,
  walk,
  wordsOf,
  type Heading,
  type MarkdownNode,
  type MarkdownTree,
} from "./markdown.ts";
import { isExampleMark, numbersOf } from "./figures-stated.ts";
import { findTangledLine } from "./tangled.ts";
import { StudyFrontMatterSchema, type InternalLink, type PlaceLink, type StudyPage, type StudySection } from "./schema.ts";

export type ParsedStudyPage = { page: StudyPage | null; problems: Problem[] };

/** The body of a file as a tree; `lineOf` is a node's line in the file. */
type Body = { tree: MarkdownTree; text: string; linesAbove: number; lineOf: (node: MarkdownNode) => number };

/** Reads one study page. Never throws. */
export function parseStudyPage({ file, text }: WrittenFile): ParsedStudyPage {
  const { value, body, problems } = readFrontMatter({ file, text });
  if (problems.length > 0) return { page: null, problems };
  const held = holdAgainst(StudyFrontMatterSchema, file, value);
  const slug = slugOf(file);
  const read = readBody(text, body);
  const found = [...held.problems, ...problemsOfName(file, slug), ...problemsOfBody(file, read)];
  if (!held.value || found.some((problem) => problem.severity === "error")) return { page: null, problems: found };
  const page: StudyPage = {
    ...held.value,
    slug,
    body,
    sections: sectionsOf(read),
    links: linksOf(read),
    placeLinks: placeLinksOf(read),
    diagrams: diagramsOf(read),
    citations: citationsOf(read),
    numbers: numbersOf(read.tree).map((number) => ({ ...number, line: number.line + read.linesAbove })),
  };
  return { page, problems: found };
}

function slugOf(file: string): string {
  return file.replace(/^.*[\\/]/, "").replace(/\.md$/, "");
}

function problemsOfName(file: string, slug: string): Problem[] {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return [];
  const message = "must be lower-case words joined by hyphens: it is the page's address";
  return [{ file, field: "file name", message, severity: "error" }];
}

function readBody(fileText: string, text: string): Body {
  const at = fileText.trimEnd().length - text.length;
  const linesAbove = fileText.slice(0, at).split("\n").length - 1;
  const lineOf = (node: MarkdownNode) => linesAbove + (node.position?.start.line ?? 1);
  return { tree: readMarkdown(text), text, linesAbove, lineOf };
}

function problemsOfBody(file: string, { tree, text, linesAbove, lineOf }: Body): Problem[] {
  const problems: Problem[] = [];
  const add = (severity: Problem["severity"], field: string, message: string) => {
    const isKnown = problems.some((known) => known.field === field && known.message === message);
    if (!isKnown) problems.push({ file, field, message, severity });
  };
  if (text === "") add("error", "body", "is empty: write the page below the front matter");
  const tangled = findTangledLine(text);
  if (tangled !== null) {
    add("error", `line ${linesAbove + tangled}`, "holds too many marks or too deep a nesting to be read: write it more simply");
    return problems;
  }
  const headings = sectionHeadings(tree);
  if (text !== "" && headings.length === 0) add("error", "body", "has no section: begin one with a ## heading");
  const seen = new Set<string>();
  for (const heading of headings) {
    const words = wordsOf(heading);
    const field = `line ${lineOf(heading)}`;
    if (words.trim() === "") add("error", field, "is a heading without words");
    if (seen.has(words)) add("warning", field, `is a second section called "${words}": links reach only the first`);
    seen.add(words);
  }
  for (const node of walk(tree)) {
    const field = `line ${lineOf(node)}`;
    if (node.type === "heading" && node.depth === 1) add("warning", field, "is a # heading: the title is the only one");
    if (node.type === "html" && !isExampleMark(node.value)) {
      add("warning", field, "holds HTML, which is left out: use Markdown");
    }
    if (node.type === "text") {
      for (const cited of brokenCitations(node.value)) add("error", field, `${cited} names no source, as [S0:41] does`);
    }
  }
  return problems;
}

function sectionHeadings(tree: MarkdownTree): Heading[] {
  return tree.children.filter((node): node is Heading => node.type === "heading" && node.depth === 2);
}

function sectionsOf({ tree, text, lineOf }: Body): StudySection[] {
  const named = nameHeadings(tree);
  const headings = sectionHeadings(tree);
  return headings.map((heading, index) => {
    const start = heading.position?.end.offset ?? 0;
    const end = headings[index + 1]?.position?.start.offset ?? text.length;
    const line = lineOf(heading);
    return { id: named.get(heading) ?? "", heading: wordsOf(heading), text: text.slice(start, end).trim(), line };
  });
}

function linksOf({ tree, lineOf }: Body): InternalLink[] {
  return [...walk(tree)].flatMap((node) => {
    if (node.type !== "link" && node.type !== "definition") return [];
    const [, page, section] = /^\/learn\/([a-z0-9.-]+)(?:#(.*))?$/.exec(node.url) ?? [];
    return page === undefined ? [] : [{ page, section: section ?? null, line: lineOf(node) }];
  });
}

function placeLinksOf({ tree, lineOf }: Body): PlaceLink[] {
  return [...walk(tree)].flatMap((node) => {
    if (node.type !== "link" && node.type !== "definition") return [];
    const isOurs = /^\/(?!\/|learn\/[a-z0-9.-]+(?:#|$))/.test(node.url);
    return isOurs ? [{ to: node.url, line: lineOf(node) }] : [];
  });
}

function diagramsOf({ tree, lineOf }: Body) {
  return [...walk(tree)].flatMap((node) =>
    node.type === "code" && node.lang === "mermaid" ? [{ source: node.value, line: lineOf(node) + 1 }] : [],
  );
}

function citationsOf({ tree, lineOf }: Body) {
  return [...walk(tree)].flatMap((node) => {
    if (node.type !== "text") return [];
    return splitCitations(node.value).flatMap((part) =>
      part.kind === "citations" ? part.sources.map((source) => ({ source, line: lineOf(node) })) : [],
    );
  });
}
