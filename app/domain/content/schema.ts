/**
 * A study page as an author writes it: one Markdown file, whose `##` headings are the sections that a rubric's checks
 * send a person to as `page#section`.
 */
import { z } from "zod";
import { SourceSchema, type Source } from "../scenarios/schema.ts";
import type { StatedNumber } from "./figures-stated.ts";

const text = z.string().trim().min(1, "must not be empty");

export const StudyFrontMatterSchema = z.strictObject({
  title: text,
  keyIdea: text,
  order: z.int().min(1),
  minutes: z.int().min(1).max(60),
  sources: z.array(SourceSchema),
});
export type StudyFrontMatter = z.infer<typeof StudyFrontMatterSchema>;

/** `id` is the heading as GitHub would anchor it; `text` is the Markdown below the heading. */
export type StudySection = { id: string; heading: string; text: string };

/** A link to a study page or to one of its sections. Lines are those of the file. */
export type InternalLink = { page: string; section: string | null; line: number };

export type WrittenDiagram = { source: string; line: number };

export type Citation = { source: Source; line: number };

/** `body` is all the Markdown below the front matter, also what stands before the first section. */
export type StudyPage = StudyFrontMatter & {
  slug: string;
  body: string;
  sections: StudySection[];
  links: InternalLink[];
  diagrams: WrittenDiagram[];
  citations: Citation[];
  numbers: StatedNumber[];
};
