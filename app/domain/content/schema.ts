/**
 * A study page as an author writes it: one Markdown file, whose `##` headings are the sections that a rubric's checks
 * send a person to as `page#section`.
 */
import { z } from "zod";
import { SourceSchema, type Source } from "../scenarios/schema.ts";
import type { StatedNumber } from "./figures-stated.ts";
import { labNames } from "./lab.ts";
import { studyParts } from "./part.ts";

const text = z.string().trim().min(1, "must not be empty");

export const StudyFrontMatterSchema = z.strictObject({
  title: text,
  keyIdea: text,
  part: z.enum(studyParts),
  order: z.int().min(1),
  minutes: z.int().min(1).max(60),
  sources: z.array(SourceSchema),
  /** The labs that compute what the page says. */
  labs: z.array(z.enum(labNames)).default([]),
});
export type StudyFrontMatter = z.infer<typeof StudyFrontMatterSchema>;

/** `id` is the heading as GitHub would anchor it; `text` is the Markdown below the heading. Lines are those of the file. */
export type StudySection = { id: string; heading: string; text: string; line: number };

/** A link to a study page or to one of its sections. */
export type InternalLink = { page: string; section: string | null; line: number };

/** A link to anything else of the product: the ledger, the glossary, a lab, a scenario. */
export type PlaceLink = { to: string; line: number };

export type WrittenDiagram = { source: string; line: number };

export type Citation = { source: Source; line: number };

/** `body` is all the Markdown below the front matter, also what stands before the first section. */
export type StudyPage = StudyFrontMatter & {
  slug: string;
  body: string;
  sections: StudySection[];
  links: InternalLink[];
  placeLinks: PlaceLink[];
  diagrams: WrittenDiagram[];
  citations: Citation[];
  numbers: StatedNumber[];
};
