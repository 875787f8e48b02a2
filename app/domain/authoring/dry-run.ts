/**
 * A dry run: sample answers of a draft read by a grader before anybody takes the scenario, each as often as asked, or
 * answers that a model drafts. What has been read is kept reading by reading, so that a run that is cut off goes on
 * where it was.
 */
import { z } from "zod";
import { UngradedReasonSchema, UsageSchema, type UngradedReason, type Usage } from "../grading/grade.ts";
import { totalUsage } from "../grading/model/prices.ts";
import { BandSchema, VerdictSchema } from "../scenarios/schema.ts";

export const mostRepeats = 5;

const ReadItemSchema = z.object({ verdict: VerdictSchema, quotes: z.array(z.string()), reason: z.string() });
export type ReadItem = z.infer<typeof ReadItemSchema>;

/** What one call of a model, or of none, took. `costUsd` is null where the price is not known. */
const TakenSchema = z.object({
  usage: UsageSchema.nullable(),
  costUsd: z.number().nullable(),
  latencyMs: z.number(),
});

/** `nth` counts the readings of one answer from 1. */
const which = { answer: z.string(), nth: z.int().min(1) };

const GradedReadingSchema = TakenSchema.extend({
  ...which,
  status: z.literal("graded"),
  score: z.int().min(0).max(100),
  band: BandSchema,
  /** By the id of a check or red flag. */
  items: z.record(z.string(), ReadItemSchema),
});
export type GradedReading = z.infer<typeof GradedReadingSchema>;

const UngradedReadingSchema = TakenSchema.extend({
  ...which,
  status: z.literal("ungraded"),
  reason: UngradedReasonSchema,
  message: z.string(),
});

const ReadingSchema = z.discriminatedUnion("status", [GradedReadingSchema, UngradedReadingSchema]);
export type Reading = z.infer<typeof ReadingSchema>;

/** How good an answer the model was asked to draft. */
export const strengths = ["weak", "middle", "strong"] as const;
export type Strength = (typeof strengths)[number];

/** `name` is the sample answer it became; null where it could not be used, and `message` says why. */
const DraftedSchema = TakenSchema.extend({
  strength: z.enum(strengths),
  name: z.string().nullable(),
  message: z.string().nullable(),
});
export type Drafted = z.infer<typeof DraftedSchema>;

export const DryRunResultSchema = z.object({
  /** The sample answers to read, by name. */
  answers: z.array(z.string()).default([]),
  model: z.string().nullable().default(null),
  readings: z.array(ReadingSchema).default([]),
  drafted: z.array(DraftedSchema).default([]),
  /** How often somebody had it go on. */
  resumed: z.int().min(0).default(0),
});
export type DryRunResult = z.infer<typeof DryRunResultSchema>;

export type WantedReading = { answer: string; nth: number };

/** The readings still to be made: every answer once before any a second time. */
export function readingsToMake({ answers, readings }: DryRunResult, repeats: number): WantedReading[] {
  const made = new Set(readings.map(({ answer, nth }) => `${nth} ${answer}`));
  return Array.from({ length: repeats }, (_, at) => at + 1)
    .flatMap((nth) => answers.map((answer) => ({ answer, nth })))
    .filter(({ answer, nth }) => !made.has(`${nth} ${answer}`));
}

export function draftsToMake({ drafted }: DryRunResult): Strength[] {
  return strengths.filter((strength) => !drafted.some((each) => each.strength === strength));
}

/** After these the next reading would come to the same: the run stops and can be gone on with. */
const stopping: ReadonlySet<UngradedReason> = new Set(["no_key", "wrong_key", "budget", "budget_spent"]);

export const stopsRun = (reason: UngradedReason) => stopping.has(reason);

export type Spent = { usage: Usage | null; costUsd: number | null };

/** Tokens and cost of everything there is; the cost is null where that of any call is not known. */
export function spentOn({ readings, drafted }: Pick<DryRunResult, "readings" | "drafted">): Spent {
  const paid = [...readings, ...drafted].filter(({ usage }) => usage !== null);
  const usage = totalUsage(paid.flatMap((each) => each.usage ?? []));
  const costs = paid.map(({ costUsd }) => costUsd);
  const isKnown = costs.every((cost) => cost !== null);
  return { usage, costUsd: isKnown ? costs.reduce((sum: number, cost) => sum + (cost ?? 0), 0) : null };
}
