/**
 * The result of one grader on one session. A grader only gives verdicts with quotes; points, levels, score and band
 * are computed in score.ts, and every quote has passed evidence.ts.
 */
import { z } from "zod";
import { BandSchema, CompetencySchema, VerdictSchema } from "../scenarios/schema.ts";
import { FindingsSchema } from "./findings/findings.ts";
import { QuoteSchema } from "./quote.ts";

/** What a grader claims about one check, before the evidence gate. Confidence is 0 to 1. */
export type Claim = {
  id: string;
  verdict: z.infer<typeof VerdictSchema>;
  quotes: string[];
  reason: string;
  confidence: number;
  /** Quotes that stand but do not bear on the check. */
  beside?: readonly string[];
};

export const CheckResultSchema = z.object({
  id: z.string(),
  verdict: VerdictSchema,
  quotes: z.array(QuoteSchema),
  droppedQuotes: z.array(z.string()),
  reason: z.string(),
  confidence: z.number().min(0).max(1),
  points: z.number(),
  maxPoints: z.number(),
});
export type CheckResult = z.infer<typeof CheckResultSchema>;

export const RedFlagResultSchema = CheckResultSchema.omit({ points: true, maxPoints: true }).extend({
  minus: z.number(),
});
export type RedFlagResult = z.infer<typeof RedFlagResultSchema>;

export const CriterionResultSchema = z.object({
  id: z.string(),
  competency: CompetencySchema,
  level: z.int().min(0).max(4),
  points: z.number(),
  maxPoints: z.number(),
  checks: z.array(CheckResultSchema),
  redFlags: z.array(RedFlagResultSchema),
});
export type CriterionResult = z.infer<typeof CriterionResultSchema>;

/** A note about the whole answer that changes no points by itself. */
export const FlagSchema = z.enum([
  "instructs_the_grader",
  "keyword_list",
  "about_another_situation",
  "quote_dropped",
  "low_confidence",
  "second_look_failed",
]);
export type Flag = z.infer<typeof FlagSchema>;

/** Why a grade was looked at twice, and the checks and red flags on which the two readings differed. */
export const SecondLookSchema = z.object({
  reasons: z.array(z.enum(["low_confidence", "quote_dropped", "attack", "near_band_edge"])).min(1),
  disagreed: z.array(z.string()),
});
export type SecondLook = z.infer<typeof SecondLookSchema>;

/** By a map fitted to people's levels on so many sessions of the rubric: levels by criterion id, and what they come to. */
export const CalibratedSchema = z.object({
  levels: z.record(z.string(), z.number().min(0).max(4)),
  score: z.int().min(0).max(100),
  band: BandSchema,
  from: z.int().min(1),
});
export type Calibrated = z.infer<typeof CalibratedSchema>;

/** Score, band and levels are the grader's own, raw; `calibrated` is null where there are too few people's levels. */
export const GradeResultSchema = z.object({
  score: z.int().min(0).max(100),
  band: BandSchema,
  criteria: z.array(CriterionResultSchema),
  flags: z.array(FlagSchema),
  findings: FindingsSchema.default({ numbers: [], diagrams: [] }),
  secondLook: SecondLookSchema.nullable().default(null),
  calibrated: CalibratedSchema.nullable().default(null),
  /** Sessions of the rubric with a person's levels when the grade was made. */
  reviewedSessions: z.int().min(0).default(0),
});
export type GradeResult = z.infer<typeof GradeResultSchema>;

export const graderNames = ["offline", "anthropic"] as const;
export const GraderNameSchema = z.enum(graderNames);
export type GraderName = z.infer<typeof GraderNameSchema>;

/** Why a session could not be graded. Never a zero, never a pass; every one can be tried again. */
export const ungradedReasons = [
  "nothing_answered",
  "no_key",
  "wrong_key",
  "rate_limited",
  "overloaded",
  "timeout",
  "network",
  "refusal",
  "malformed_reply",
  "truncated_reply",
  "missing_check",
  "unknown_check",
  "duplicate_check",
  "budget_spent",
  "budget",
  "request_rejected",
  "cancelled",
  "internal",
] as const;
export const UngradedReasonSchema = z.enum(ungradedReasons);
export type UngradedReason = z.infer<typeof UngradedReasonSchema>;

/** Tokens of one grade. `input` excludes what was written to or read from the cache. */
export const UsageSchema = z.object({
  input: z.int(),
  cacheWrite: z.int(),
  cacheRead: z.int(),
  output: z.int(),
});
export type Usage = z.infer<typeof UsageSchema>;
