/**
 * The numbers that a study page states in its prose, each with the citations it can rest on: `$340 a month [S0:35]`.
 * Code, diagrams, links and citations are no prose. Names and counts of things are no figures: GPT-4.1, A100, p95, 16-bit,
 * 20th, late 2025, Mistral 7B, step 2, and numbers in words.
 *
 * A number of the author's own is marked as an example with an HTML comment, which no reader sees: `<!-- example -->`.
 * At the end of a sentence it covers that sentence; on a line of its own it covers the block below: a paragraph, a list,
 * a table. A line must not begin with it and go on, since Markdown takes such a line for HTML as a whole.
 */
import type { Source } from "../scenarios/schema.ts";
import { splitCitations } from "./citation.ts";
import type { Quantity } from "./figures-quantity.ts";
import { findNumbers } from "./figures-number.ts";
import { readMarkdown, type MarkdownNode, type MarkdownTree } from "./markdown.ts";

/**
 * `sources` begins with the citation that follows in the sentence, and `places` says where each of them stands. `line` is
 * that of the text that was read.
 */
export type StatedNumber = Quantity & {
  text: string;
  line: number;
  sources: Source[];
  places: CitationPlace[];
  isExample: boolean;
};

/** Where a citation stands: the offset at which its run of text begins, and which citation of that run it is. */
export type CitationPlace = `${number}.${number}`;

export function citationPlace(offset: number, nth: number): CitationPlace {
  return `${offset}.${nth}`;
}

export function isExampleMark(html: string): boolean {
  return /^<!--\s*example\s*-->$/.test(html.trim());
}

/** Every number stated in the prose of a Markdown text, in reading order. */
export function statedNumbers(markdown: string): StatedNumber[] {
  return numbersOf(readMarkdown(markdown));
}

/** The same of a text that is read already. */
export function numbersOf(tree: MarkdownTree): StatedNumber[] {
  return numbersBelow(tree, { isExample: false, near: [] });
}

/** What stands around a block: whether it is an example, and citations of its row or its column's head. */
type Around = { isExample: boolean; near: Cited[] };

function numbersBelow(node: MarkdownNode, around: Around): StatedNumber[] {
  if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") {
    return numbersOfBlock(readBlock(node), around);
  }
  if (node.type === "table") return numbersOfTable(node, around);
  if (!("children" in node)) return [];
  let isBelowMark = false;
  return node.children.flatMap((child) => {
    const found = numbersBelow(child, { ...around, isExample: around.isExample || isBelowMark });
    isBelowMark = child.type === "html" && isExampleMark(child.value);
    return found;
  });
}

/** A cell may rest on any citation of its row, and then on those of its column's head. */
function numbersOfTable(table: Extract<MarkdownNode, { type: "table" }>, around: Around): StatedNumber[] {
  const heads = (table.children[0]?.children ?? []).map((cell) => readBlock(cell).cited);
  return table.children.flatMap((row) => {
    const cells = row.children.map(readBlock);
    const ofRow = cells.flatMap(({ cited }) => cited);
    return cells.flatMap((cell, column) => {
      return numbersOfBlock(cell, { ...around, near: [...ofRow, ...(heads[column] ?? [])] });
    });
  });
}

type Cited = { source: Source; at: number; place: CitationPlace };

/** The text of a block with what is no prose taken out, the line of each character, and where citations and marks stand. */
type Block = { text: string; lines: number[]; cited: Cited[]; marks: number[] };

const cut = "\ufffc";

function readBlock(node: MarkdownNode): Block {
  const block: Block = { text: "", lines: [], cited: [], marks: [] };
  const add = (text: string, line: number) => {
    let at = line;
    for (const character of text.split("")) {
      block.lines.push(at);
      if (character === "\n") at += 1;
    }
    block.text += text;
    return at;
  };
  const read = (each: MarkdownNode) => {
    let line = each.position?.start.line ?? 1;
    if (each.type === "text") {
      const offset = each.position?.start.offset ?? 0;
      let nth = 0;
      for (const part of splitCitations(each.value)) {
        if (part.kind === "words") line = add(part.text, line);
        else {
          for (const source of part.sources) {
            block.cited.push({ source, at: block.text.length, place: citationPlace(offset, nth) });
            nth += 1;
          }
          add(cut, line);
        }
      }
    } else if (each.type === "html" && isExampleMark(each.value)) block.marks.push(block.text.length);
    else if (each.type === "break") add("\n", line);
    else if (each.type === "link" || each.type === "linkReference" || !("children" in each)) add(cut, line);
    else each.children.forEach(read);
  };
  read(node);
  return block;
}

function numbersOfBlock({ text, lines, cited, marks }: Block, { isExample, near }: Around): StatedNumber[] {
  const ends = sentenceEnds(text);
  const sentenceOf = (at: number) => ends.findIndex((end) => at < end);
  const marked = new Set(marks.map((at) => sentenceOf(Math.max(0, text.slice(0, at).trimEnd().length - 1))));
  const placed = cited.map((each) => ({ ...each, sentence: sentenceOf(each.at) }));
  return findNumbers(text).map(({ at, length, quantity }) => {
    const sentence = sentenceOf(at);
    const own = placed.filter((each) => each.sentence === sentence);
    const ordered = [
      ...own.filter((each) => each.at > at),
      ...own.filter((each) => each.at < at).toReversed(),
      ...placed.filter((each) => each.sentence !== sentence),
      ...near,
    ];
    const nearest = ordered.filter(({ source }, nth) => ordered.findIndex((each) => each.source === source) === nth);
    return {
      ...quantity,
      text: text.slice(at, at + length),
      line: lines[at] ?? 1,
      sources: nearest.map(({ source }) => source),
      places: nearest.map(({ place }) => place),
      isExample: isExample || marked.has(sentence),
    };
  });
}

/** Where each sentence ends: at a full stop, a question or an exclamation mark before a new beginning, and at the end. */
function sentenceEnds(text: string): number[] {
  const stops = [...text.matchAll(/[.?!][)"”’]*\s+(?=["“(]?[\p{Lu}\p{N}$+~])/gu)];
  return [...stops.map((stop) => stop.index + stop[0].length), text.length];
}
