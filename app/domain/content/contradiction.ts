/**
 * Where the sources contradict a line of their own or each other, miscalculate, or credit a number to the wrong cause:
 * what is claimed, what stands against it, and what to take from it.
 */
import { z } from "zod";
import { SourceSchema } from "../scenarios/schema.ts";

const text = z.string().trim().min(1, "must not be empty");

export const contradictionTypes = [
  "arithmetic",
  "inside-one-source",
  "between-sources",
  "code",
  "logic",
  "misattributed",
  "under-specified",
] as const;
export type ContradictionType = (typeof contradictionTypes)[number];

export const contradictionTypeWords: Record<ContradictionType, string> = {
  arithmetic: "does not add up",
  "inside-one-source": "a source against itself",
  "between-sources": "sources against each other",
  code: "code against its description",
  logic: "does not follow",
  misattributed: "credited to the wrong thing",
  "under-specified": "too little is said",
};

const SideSchema = z.strictObject({ text, sources: z.array(SourceSchema) });

/** `figures` are ids of the ledger. A side without sources rests on arithmetic or on something outside the material. */
export const ContradictionSchema = z.strictObject({
  id: z.string().regex(/^C[1-9]\d*$/, "must be a number after C, as C1"),
  types: z.array(z.enum(contradictionTypes)).min(1),
  title: text,
  claim: SideSchema.refine(({ sources }) => sources.length > 0, "needs the line that claims it"),
  against: SideSchema,
  takeaway: text,
  figures: z.array(text).default([]),
});
export type Contradiction = z.infer<typeof ContradictionSchema>;

export function findContradiction(contradictions: readonly Contradiction[], id: string): Contradiction | null {
  return contradictions.find((contradiction) => contradiction.id === id) ?? null;
}
