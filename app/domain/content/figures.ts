/**
 * The ledger: every number that the four sources state, each with the line it stands on and what became of it when it
 * was looked at. Statements are in our own words.
 */
import { z } from "zod";
import { SourceSchema, type Source } from "../scenarios/schema.ts";
import { figureSubjects } from "./figures-subject.ts";

const text = z.string().trim().min(1, "must not be empty");
const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");

export const figureStatuses = ["recomputed", "contradicted", "unsupported", "dated", "stated"] as const;
export type FigureStatus = (typeof figureStatuses)[number];

/** What each status is called, and what it means. */
export const figureStatusWords: Record<FigureStatus, { name: string; means: string }> = {
  recomputed: { name: "Recomputed", means: "worked out again from its own inputs" },
  contradicted: { name: "Contradicted", means: "another line says otherwise" },
  unsupported: { name: "Unsupported", means: "no method, sample or metric given" },
  dated: { name: "Dated", means: "a price or product fact, true when written" },
  stated: { name: "As stated", means: "a setting or measurement, not tested here" },
};

const RangeSchema = z
  .strictObject({ from: z.number().optional(), to: z.number().optional() })
  .refine(({ from, to }) => from !== undefined || to !== undefined, "needs from, to or both")
  .refine(({ from = -Infinity, to = Infinity }) => from < to, "from must be below to");

/** A number, a range that may be open at one end, or words where the source gives no number. */
export const FigureValueSchema = z.union([z.number(), RangeSchema, text], {
  error: "must be a number, a range { from, to } or words",
});
export type FigureValue = z.infer<typeof FigureValueSchema>;

const DerivedSchema = z.strictObject({ value: FigureValueSchema, unit: text.optional(), how: text });
/** A value that follows from a figure, and how. */
export type Derived = z.infer<typeof DerivedSchema>;

export const FigureSchema = z
  .strictObject({
    id: kebab,
    source: SourceSchema,
    statement: text,
    value: FigureValueSchema,
    unit: text.optional(),
    status: z.enum(figureStatuses),
    /** Only where the unit does not tell it, or tells it wrong. */
    subject: z.enum(figureSubjects).optional(),
    recomputed: DerivedSchema.extend({ holds: z.boolean() }).optional(),
    derived: z.array(DerivedSchema).min(1).optional(),
    against: z.array(SourceSchema).min(1).optional(),
    contradictions: z.array(z.string().regex(/^C\d+$/, "must name a contradiction, as C1")).min(1).optional(),
    note: text.optional(),
  })
  .refine(({ status, recomputed }) => status !== "recomputed" || recomputed, {
    path: ["recomputed"],
    message: "is missing: a recomputed figure says to what, how, and whether it holds",
  })
  .refine(({ status, against }) => status !== "contradicted" || against, {
    path: ["against"],
    message: "is missing: a contradicted figure names the lines that say otherwise",
  });
export type Figure = z.infer<typeof FigureSchema>;

export function findFigure(figures: readonly Figure[], id: string): Figure | null {
  return figures.find((figure) => figure.id === id) ?? null;
}

/** The figures that stand on a line, or on any line of a range, in the ledger's order. */
export function figuresAt(figures: readonly Figure[], source: Source): Figure[] {
  const asked = linesOf(source);
  return linesOfAll(figures).flatMap(({ figure, lines }) => (touch(lines, asked) ? [figure] : []));
}

/** Every number of every page asks for its line: the lines of a ledger are read once. */
const readLines = new WeakMap<readonly Figure[], { figure: Figure; lines: Lines }[]>();

function linesOfAll(figures: readonly Figure[]) {
  const read = readLines.get(figures) ?? figures.map((figure) => ({ figure, lines: linesOf(figure.source) }));
  readLines.set(figures, read);
  return read;
}

type Lines = { key: string; first: number; last: number };

function touch(one: Lines, other: Lines): boolean {
  return one.key === other.key && one.first <= other.last && other.first <= one.last;
}

function linesOf(source: Source): Lines {
  const [key = "", lines = ""] = source.split(":");
  const [first = 0, last = first] = lines.split("-").map(Number);
  return { key, first, last };
}
