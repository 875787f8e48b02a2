/**
 * The ledger: every number that the four sources state, each with the line it stands on and what became of it when it
 * was looked at. Statements are in our own words.
 */
import { z } from "zod";
import { SourceSchema, type Source } from "../scenarios/schema.ts";
import { sourceKeys, type SourceKey } from "./source-document.ts";

const text = z.string().trim().min(1, "must not be empty");
const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");

export const figureStatuses = ["recomputed", "contradicted", "unsupported", "dated", "stated"] as const;
export type FigureStatus = (typeof figureStatuses)[number];

/** What a badge says, and what it means. */
export const figureStatusWords: Record<FigureStatus, { badge: string; means: string }> = {
  recomputed: { badge: "recomputed", means: "Worked out again from its own inputs; the entry says whether it holds." },
  contradicted: { badge: "contradicted", means: "Another line of the material says otherwise." },
  unsupported: { badge: "unsupported", means: "Given without a method, a sample or a metric." },
  dated: { badge: "dated", means: "A price or a fact about a product, true when it was written." },
  stated: { badge: "as stated", means: "A setting, a given or a measurement of the system described; nothing here tests it." },
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
  return figures.filter((figure) => {
    const own = linesOf(figure.source);
    return own.key === asked.key && own.first <= asked.last && asked.first <= own.last;
  });
}

function linesOf(source: Source): { key: string; first: number; last: number } {
  const [key = "", lines = ""] = source.split(":");
  const [first = 0, last = first] = lines.split("-").map(Number);
  return { key, first, last };
}

/** Null stands for all of them. */
export type FigureFilter = { status: FigureStatus | null; source: SourceKey | null };

/** Reads `?status=dated&source=S0`; what is not known filters nothing. */
export function readFigureFilter(params: URLSearchParams): FigureFilter {
  return {
    status: figureStatuses.find((status) => status === params.get("status")) ?? null,
    source: sourceKeys.find((key) => key === params.get("source")) ?? null,
  };
}

export function filterFigures(figures: readonly Figure[], { status, source }: FigureFilter): Figure[] {
  return figures.filter(
    (figure) =>
      (status === null || figure.status === status) && (source === null || figure.source.startsWith(`${source}:`)),
  );
}
