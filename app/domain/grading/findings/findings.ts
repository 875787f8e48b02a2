/**
 * What code finds in an answer before any grader reads it: statements of quantity recomputed, and diagrams read as
 * graphs. Graders are told of it as facts; the scorecard shows it with the words it rests on.
 */
import { z } from "zod";
import { DiagramRuleSchema } from "../../scenarios/diagram-rule.ts";
import { QuoteSchema } from "../quote.ts";

/** `claimed` and `computed` are written with their units, as "$340 a month"; `computed` is null where nothing was. */
export const NumberFindingSchema = z.object({
  quote: QuoteSchema,
  claimed: z.string(),
  computed: z.string().nullable(),
  verdict: z.enum(["consistent", "wrong", "unchecked"]),
  reason: z.string(),
});
export type NumberFinding = z.infer<typeof NumberFindingSchema>;

/** One rule held against one diagram. `lines` count from 1 in the diagram's own source; `quotes` are those lines. */
export const RuleFindingSchema = z.object({
  rule: DiagramRuleSchema,
  verdict: z.enum(["holds", "broken", "not_shown"]),
  message: z.string(),
  lines: z.array(z.int().min(1)),
  quotes: z.array(QuoteSchema),
});
export type RuleFinding = z.infer<typeof RuleFindingSchema>;

/** One diagram of the candidate: characters `start` to `end` of turn `seq`. `reason` says why it was not analysed. */
export const DiagramFindingSchema = z.object({
  seq: z.int(),
  start: z.int(),
  end: z.int(),
  kind: z.string(),
  analysed: z.boolean(),
  reason: z.string().nullable(),
  rules: z.array(RuleFindingSchema),
});
export type DiagramFinding = z.infer<typeof DiagramFindingSchema>;

export const FindingsSchema = z.object({
  numbers: z.array(NumberFindingSchema).default([]),
  diagrams: z.array(DiagramFindingSchema).default([]),
});
export type Findings = z.infer<typeof FindingsSchema>;

export const noFindings: Findings = { numbers: [], diagrams: [] };
