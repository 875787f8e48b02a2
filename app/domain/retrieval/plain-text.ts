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

/** What is read in one breath: a paragraph, an item, a row. */
function partsOf(node: MarkdownNode): MarkdownNode[] {
  if (node.type === "code") return node.lang === "mermaid" ? [] : [node];
  if (node.type === "html" || node.type === "definition" || node.type === "thematicBreak") return [];
  if (node.type === "paragraph" || node.type === "heading" || node.type === "tableRow") return [node];
  return "children" in node ? node.children.flatMap(partsOf) : [];
}

function writtenIn(node: MarkdownNode): string {
  if (node.type === "code") return node.value;
  if (node.type !== "tableRow") return wordsOf(node);
  const cells = node.children.map((cell) => wordsOf(cell).trim());
  return cells.filter((cell) => cell !== "").join(", ");
}

function readBlock(node: MarkdownNode): TextBlock {
  const parts = splitCitations(writtenIn(node));
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
    .replace(/(?:, )+(?=,|$)/g, "")
    .replace(/,(?=,)/g, "")
    .trim();
}
