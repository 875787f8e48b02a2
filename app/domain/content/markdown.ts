/**
 * Markdown as a tree, read the same way wherever the product looks into it: CommonMark with GitHub's tables.
 */
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { nameSections } from "./section-id.ts";
import { findTangledLine } from "./tangled.ts";

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

export type MarkdownTree = ReturnType<typeof reader.parse>;
export type MarkdownNode = MarkdownTree | MarkdownTree["children"][number];
export type Heading = Extract<MarkdownNode, { type: "heading" }>;

/** Reads any text, in a time that people wait: what is tangled beyond reading is one block of text as it is. */
export function readMarkdown(markdown: string): MarkdownTree {
  if (findTangledLine(markdown) === null) return reader.parse(markdown);
  return { type: "root", children: [{ type: "code", value: markdown }] };
}

/** Every node below and including this one, in reading order. */
export function* walk(node: MarkdownNode): Generator<MarkdownNode> {
  yield node;
  if (!("children" in node)) return;
  for (const child of node.children) yield* walk(child);
}

/** The words of a node, without its markup. */
export function wordsOf(node: MarkdownNode): string {
  const words: string[] = [];
  for (const each of walk(node)) {
    if (each.type === "text" || each.type === "inlineCode") words.push(each.value);
    if (each.type === "break") words.push(" ");
  }
  return words.join("");
}

/** The anchor of every heading of a page, of whatever depth. */
export function nameHeadings(tree: MarkdownTree): Map<MarkdownNode, string> {
  const headings = [...walk(tree)].filter((node) => node.type === "heading");
  const ids = nameSections(headings.map(wordsOf));
  return new Map(headings.map((heading, index) => [heading, ids[index] ?? ""]));
}
