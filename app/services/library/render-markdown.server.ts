import rehypeSanitize from "rehype-sanitize";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { splitCitations } from "#app/domain/content/citation.ts";
import { citationPlace, type CitationPlace } from "#app/domain/content/figures-stated.ts";
import { badgeOf, valueWords } from "#app/domain/content/figures-words.ts";
import type { Figure } from "#app/domain/content/figures.ts";
import { nameHeadings, readMarkdown, type MarkdownTree } from "#app/domain/content/markdown.ts";
import { citationWords, sourceDocument, sourceKeys } from "#app/domain/content/source-document.ts";
import type { Source } from "#app/domain/scenarios/schema.ts";
import { forgetOldest } from "#app/services/forget-oldest.server.ts";
import { foldAnswers } from "./fold-answers.server.ts";
import {
  element,
  elementsOf,
  textOf,
  writeHtml,
  type Content,
  type Element,
  type Parent,
  type Root,
} from "./html-tree.server.ts";

/** `label` is the heading a diagram stands under. */
export type MarkdownBlock =
  { kind: "html"; html: string } | { kind: "diagram"; source: string; id: string; label: string | null };

type SanitizeSchema = NonNullable<Parameters<typeof rehypeSanitize>[0]>;

/** All that study pages and briefs need, and nothing that runs, loads or submits. */
const allowed: SanitizeSchema = {
  tagNames: "h1 h2 h3 h4 h5 h6 p blockquote ul ol li hr br pre code a em strong del table thead tbody tr th td".split(
    " ",
  ),
  attributes: {
    a: ["href", "title"],
    code: [["className", /^language-[\w-]+$/]],
    ol: ["start"],
    th: ["align"],
    td: ["align"],
    ...Object.fromEntries(["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, ["id"]])),
  },
  protocols: { href: ["http", "https", "mailto"] },
  // Ids are made from headings here, never taken from the text.
  clobber: [],
  strip: ["script", "style"],
};

const toHtmlTree = unified().use(remarkRehype).use(rehypeSanitize, allowed).freeze();

/** The figures of the ledger that a text states, by where each is cited. */
export type CitedFigures = ReadonlyMap<CitationPlace, readonly Figure[]>;

const noFigures: CitedFigures = new Map();

/**
 * Markdown as sanitised HTML, cut at its Mermaid blocks, which the page draws. Raw HTML in it is left out, headings
 * carry the anchors of their sections, and citations name their source; one that `cited` has figures for shows what
 * became of each. The results of the texts that were shown last are kept.
 */
export function renderMarkdown(markdown: string, cited = noFigures): Promise<MarkdownBlock[]> {
  const key = markdown + badgesKey(cited);
  const known = rendered.get(key);
  rendered.delete(key);
  const blocks = known ?? render(markdown, cited);
  rendered.set(key, blocks);
  if (!known) blocks.catch(() => rendered.delete(key));
  forgetOldest(rendered, { most: mostRendered, mostSize: mostCharacters, sizeOf: (_blocks, text) => text.length });
  return blocks;
}

/** More than a library has pages and briefs; what is written at run time must not grow it for ever. */
const mostRendered = 200;
const mostCharacters = 2_000_000;
const rendered = new Map<string, Promise<MarkdownBlock[]>>();

function badgesKey(cited: CitedFigures): string {
  const badges = [...cited].map(
    ([place, figures]) => `${place} ${figures.map(({ id, status }) => id + status).join()}`,
  );
  return badges.length === 0 ? "" : `\0${badges.join(";")}`;
}

async function render(markdown: string, cited: CitedFigures): Promise<MarkdownBlock[]> {
  const tree = readMarkdown(markdown);
  anchorHeadings(tree);
  const html = await toHtmlTree.run(tree);
  decorate(html, cited);
  foldAnswers(html);
  return cutIntoBlocks(html);
}

function anchorHeadings(tree: MarkdownTree): void {
  for (const [heading, id] of nameHeadings(tree)) heading.data = { ...heading.data, hProperties: { id } };
}

function cutIntoBlocks(html: Root): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let pending: Content[] = [];
  let label: string | null = null;
  let diagrams = 0;
  const flush = () => {
    const text = writeHtml(pending);
    if (text !== "") blocks.push({ kind: "html", html: text });
    pending = [];
  };
  for (const node of html.children) {
    if (node.type === "element" && /^h[1-6]$/.test(node.tagName)) label = textOf(node);
    const source = mermaidSource(node);
    if (source === null) {
      pending.push(node);
      continue;
    }
    flush();
    diagrams += 1;
    blocks.push({ kind: "diagram", source, id: `diagram-${diagrams}`, label });
  }
  flush();
  return blocks;
}

function mermaidSource(node: Content): string | null {
  if (node.type !== "element" || node.tagName !== "pre") return null;
  const code = node.children[0];
  if (code?.type !== "element" || !classesOf(code).includes("language-mermaid")) return null;
  return textOf(code).replace(/\n$/, "");
}

function classesOf(element: Element): unknown[] {
  return Array.isArray(element.properties.className) ? element.properties.className : [];
}

/** Adds what the product's pages want of HTML that is already clean. */
function decorate(parent: Parent, cited: CitedFigures): void {
  const isQuiet = parent.type === "element" && ["code", "a"].includes(parent.tagName);
  parent.children = parent.children.flatMap((node): Content[] => {
    if (node.type === "text" && !isQuiet)
      return citeIn(node.value, { cited, offset: node.position?.start.offset ?? 0 });
    if (node.type === "element") {
      if (node.tagName === "a") node.properties = { ...node.properties, ...relOf(node.properties.href) };
      // Wide code scrolls, and what scrolls must be reachable by keyboard.
      if (node.tagName === "pre") node.properties.tabIndex = 0;
      if (node.tagName === "table") layOut(node);
      decorate(node, cited);
      if (node.tagName === "pre") numberLines(node);
    }
    return [node];
  });
}

/** Code shorter than this is taken in at a glance. */
const numberedFrom = 6;

/** Sets each line of longer code apart, for the style sheet to number: a line can then be named. */
function numberLines(pre: Element): void {
  const code = pre.children[0];
  if (code?.type !== "element" || classesOf(code).length === 0) return;
  const lines = textOf(code).split(/(?<=\n)/);
  if (lines.length < numberedFrom) return;
  pre.properties.className = ["numbered"];
  code.children = lines.map((line) => ({
    type: "element",
    tagName: "span",
    properties: { className: ["line"] },
    children: [{ type: "text", value: line }],
  }));
}

function citeIn(text: string, { cited, offset }: { cited: CitedFigures; offset: number }): Content[] {
  let nth = 0;
  return splitCitations(text).flatMap((part): Content[] => {
    if (part.kind === "words") return [{ type: "text", value: part.text }];
    return part.sources.flatMap((source, index): Content[] => {
      const figures = cited.get(citationPlace(offset, nth)) ?? [];
      nth += 1;
      const shown = figures.length === 0 ? cite(source) : citeWithBadges(source, figures);
      return index === 0 ? [shown] : [{ type: "text", value: " " }, shown];
    });
  });
}

function cite(source: Source): Element {
  const key = sourceKeys.find((each) => source.startsWith(each));
  const title = `${citationWords(source)}${key ? `: ${sourceDocument[key]}` : ""}`;
  return element("cite", { className: ["source"], dataSource: source, title }, [{ type: "text", value: source }]);
}

function citeWithBadges(source: Source, figures: readonly Figure[]): Element {
  return element("span", { className: ["cited"] }, [cite(source), ...figures.map(badge)]);
}

/** A link into the ledger: a glyph to see, words to hear. */
function badge(figure: Figure): Element {
  const { glyph, words, tone } = badgeOf(figure);
  const says = `${valueWords(figure)}: ${words}`;
  const properties = {
    className: ["figure-badge", tone],
    href: `/figures#${figure.id}`,
    dataFigure: figure.id,
    title: says,
  };
  return element("a", properties, [
    element("span", { ariaHidden: "true" }, [{ type: "text", value: glyph }]),
    element("span", { className: ["visually-hidden"] }, [{ type: "text", value: says }]),
  ]);
}

function relOf(href: unknown): { rel: string[] } | undefined {
  return typeof href === "string" && /^(?:[a-z]+:)?\/\//i.test(href) ? { rel: ["noreferrer"] } : undefined;
}

/** A table becomes a ledger whose rows can fold into small lists: the first cell leads, the others name their column. */
function layOut(table: Element): void {
  table.properties.className = ["ledger", "folds"];
  const [head, ...rows] = elementsOf(table).flatMap(elementsOf);
  const heads = elementsOf(head);
  for (const cell of heads) cell.properties = { ...classOf(cell), scope: "col" };
  for (const row of rows) {
    for (const [column, cell] of elementsOf(row).entries()) {
      const label = textOf(heads[column] ?? cell);
      cell.properties = column === 0 ? { className: ["lead-cell"] } : { ...classOf(cell), dataLabel: label };
      // A folded cell sets its column's name beside its content, which has to be one thing for that.
      cell.children = [element("span", {}, cell.children)];
    }
  }
}

function classOf(cell: Element) {
  return cell.properties.align === "right" ? { className: ["r"] } : {};
}
