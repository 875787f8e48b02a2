/**
 * The words of the field in our own definitions, each with the lines it is used on. A word with several meanings lists
 * them apart, each with where it is used: "hybrid" has three.
 */
import { z } from "zod";
import type { Problem } from "../scenarios/problem.ts";
import { SourceSchema } from "../scenarios/schema.ts";
import type { WrittenFile } from "../scenarios/written-file.ts";
import { readList } from "./written-list.ts";

const text = z.string().trim().min(1, "must not be empty");
const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
const sources = z.array(SourceSchema).min(1);

export const termKinds = ["idea", "tool"] as const;

/** `also` are other names of the term; `see` are sections of study pages, as `page#section`. */
export const TermSchema = z.strictObject({
  id: kebab,
  term: text,
  kind: z.enum(termKinds),
  also: z.array(text).default([]),
  means: text,
  senses: z
    .array(z.strictObject({ name: text, means: text, sources }))
    .min(2, "a term with one meaning needs no senses")
    .default([]),
  sources,
  see: z.array(z.string().regex(/^[a-z0-9-]+#\S+$/, "must name a section, as cost#break-even")).default([]),
});
export type Term = z.infer<typeof TermSchema>;

/** Reads glossary.yaml. Never throws. */
export function parseGlossary(file: WrittenFile): { terms: Term[]; problems: Problem[] } {
  const { entries, problems } = readList(file, { name: "terms", schema: TermSchema });
  return { terms: entries, problems };
}

export function findTerm(terms: readonly Term[], id: string): Term | null {
  return terms.find((term) => term.id === id) ?? null;
}

/** One error for each `see` that leads to no section; sections are `page#section`. */
export function findDanglingTerms(
  terms: readonly Term[],
  { file, sections }: { file: string; sections: ReadonlySet<string> },
): Problem[] {
  return terms.flatMap(({ id, see }) =>
    see
      .filter((section) => !sections.has(section))
      .map((section) => ({
        file,
        field: `${id}.see`,
        message: `leads to a section that does not exist: ${section}`,
        severity: "error" as const,
      })),
  );
}
