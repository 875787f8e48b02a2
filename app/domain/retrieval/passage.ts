/**
 * The material as search sees it: citable pieces of the study pages' sections, the terms of the glossary and the
 * contradictions of the ledger, each at the address where it can be read.
 */
import { contradictionTypeWords, type Contradiction } from "../content/contradiction.ts";
import type { Term } from "../content/glossary.ts";
import type { StudyPage, StudySection } from "../content/schema.ts";
import type { Source } from "../scenarios/schema.ts";
import { cutIntoChunks, type ChunkSize } from "./chunk.ts";
import { blocksIn } from "./plain-text.ts";

export type PassageKind = "section" | "term" | "contradiction";

/** `page` and `section` make the place where it is read; `title` and `heading` are what is written there. */
export type Passage = {
  id: string;
  kind: PassageKind;
  page: string;
  section: string;
  title: string;
  heading: string;
  /** Other names of what it is about. */
  also: string[];
  text: string;
  sources: Source[];
};

export type Material = {
  pages: readonly StudyPage[];
  terms: readonly Term[];
  contradictions: readonly Contradiction[];
};

/** Fitted on the development half of the questions. */
export const shippedChunkSize: ChunkSize = { sizeWords: 90, overlapWords: 0 };

/** Where a passage is read; several pieces of one section have one place. */
export function placeOf({ page, section }: Pick<Passage, "page" | "section">): string {
  return `${page}#${section}`;
}

/** The address of a passage's place. */
export function addressOf({ kind, page, section }: Pick<Passage, "kind" | "page" | "section">): string {
  return kind === "section" ? `/learn/${page}#${section}` : `/${page}#${section}`;
}

/** Questions to answer oneself say nothing that could be found. */
const unread = new Set(["check-yourself"]);

/** Every passage of the material. Ids are its place and its number there, and stay the same while the text does. */
export function makePassages(
  { pages, terms, contradictions }: Material,
  size: ChunkSize = shippedChunkSize,
): Passage[] {
  return [
    ...pages.flatMap((page) => pagePassages(page, size)),
    ...terms.map(termPassage),
    ...contradictions.map(contradictionPassage),
  ];
}

function pagePassages(page: StudyPage, size: ChunkSize): Passage[] {
  const opening = page.body.slice(0, Math.max(0, page.body.search(/^## /m)));
  return page.sections
    .filter(({ id }) => !unread.has(id))
    .flatMap((section, nth) =>
      sectionPassages(page, nth === 0 ? { ...section, text: `${opening}\n\n${section.text}` } : section, size),
    );
}

function sectionPassages({ slug, title }: StudyPage, section: StudySection, size: ChunkSize): Passage[] {
  return cutIntoChunks(blocksIn(section.text), size).map(({ text, blocks }, nth) => ({
    id: `${slug}#${section.id}~${nth + 1}`,
    kind: "section",
    page: slug,
    section: section.id,
    title,
    heading: section.heading,
    also: [],
    text,
    sources: [...new Set(blocks.flatMap(({ sources }) => sources))],
  }));
}

function termPassage({ id, term, also, means, senses, sources }: Term): Passage {
  const text = [means, ...senses.map((sense) => `${sense.name}: ${sense.means}`)].join("\n");
  const all = [...sources, ...senses.flatMap((sense) => sense.sources)];
  return {
    id: `glossary#${id}~1`,
    kind: "term",
    page: "glossary",
    section: id,
    title: "Glossary",
    heading: term,
    also,
    text,
    sources: [...new Set(all)],
  };
}

function contradictionPassage({ id, types, title, claim, against, takeaway }: Contradiction): Passage {
  return {
    id: `figures#${id.toLowerCase()}~1`,
    kind: "contradiction",
    page: "figures",
    section: id.toLowerCase(),
    title: "Sources, shown disagreeing",
    heading: title,
    also: types.map((type) => contradictionTypeWords[type]),
    text: [claim.text, against.text, takeaway].join("\n"),
    sources: [...new Set([...claim.sources, ...against.sources])],
  };
}
