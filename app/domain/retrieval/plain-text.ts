/**
 * Markdown as a person hears it read: the words of each paragraph, list item and table row, without markup, citations or
 * diagrams; the sources that each cites stand beside it.
 */
import type { Source } from "../scenarios/schema.ts";
import { splitCitations } from "../content/citation.ts";
import { readMarkdown, wordsOf, type MarkdownNode } from "../content/markdown.ts";

export type TextBlock = { text: string; sources: Source[] };

/** The blocks of a Markdown text in reading order; empty ones are left out. */
export function blocksIn(markdown: string): TextBlock[] {
  return readMarkdown(markdown)
    .children.flatMap(partsOf)
    .map(readBlock)
    .filter(({ text }) => text !== "");
}

/** What is read in one breath: a paragraph, an item, a row of a table with the heads of its columns. */
type Breath = { node: MarkdownNode; heads: string[] };

function partsOf(node: MarkdownNode): Breath[] {
  if (node.type === "code") return node.lang === "mermaid" ? [] : [{ node, heads: [] }];
  if (node.type === "html" || node.type === "definition" || node.type === "thematicBreak") return [];
  if (node.type === "paragraph" || node.type === "heading") return [{ node, heads: [] }];
  if (node.type === "table") {
    const [head, ...rows] = node.children;
    const heads = head?.children.map((cell) => wordsOf(cell).trim()) ?? [];
    return rows.map((row) => ({ node: row, heads }));
  }
  return "children" in node ? node.children.flatMap(partsOf) : [];
}

/** The first cell names the row; each other is named by its column. */
function writeRow(cells: readonly string[], heads: readonly string[]): string {
  const [name = "", ...values] = cells;
  const named = values.flatMap((value, at) => (value === "" ? [] : [`${heads[at + 1] ?? ""} ${value}`.trim()]));
  return [name, named.join(", ")].filter((part) => part !== "").join(": ");
}

function writtenIn({ node, heads }: Breath): string {
  if (node.type === "code") return node.value;
  if (node.type !== "tableRow") return wordsOf(node);
  return writeRow(
    node.children.map((cell) => wordsOf(cell).trim()),
    heads,
  );
}

function readBlock(breath: Breath): TextBlock {
  const parts = splitCitations(writtenIn(breath));
  const words = parts.map((part) => (part.kind === "words" ? part.text : ""));
  return {
    text: tidy(words.join("")),
    sources: [...new Set(parts.flatMap((part) => (part.kind === "citations" ? part.sources : [])))],
  };
}

/** A citation that is taken out leaves a space before the full stop behind. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/\s+([.,;:!?)])/g, "$1")
    .trim();
}
