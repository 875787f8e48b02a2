/**
 * How far people and graders agree on one scenario version in one organisation, as it was measured and is kept for the
 * pages. Only sessions whose reviewing is complete count. What is not defined is null, with the reason; of a group with
 * fewer sessions than `fewestSessions` nothing but its number is kept, since so few figures tell single levels.
 */
import { z } from "zod";

/** Below it a group has no figures at all. */
export const fewestSessions = 5;
/** Below it there is no kappa, no alpha and no interval. */
export const fewestForKappa = 10;

const IntervalSchema = z.object({ low: z.number(), high: z.number() });
const NotDefinedSchema = z.enum(["too few", "one class"]);
export type NotDefined = z.infer<typeof NotDefinedSchema>;

const count = z.int().nonnegative();

/** Two levels of the same criterion in the same session, one beside the other. */
const PairFiguresSchema = z.object({
  sessions: count,
  levels: count,
  /** Shares of levels, 0 to 1; null below `fewestSessions`. */
  exact: z.number().nullable(),
  withinOne: z.number().nullable(),
  /** Cohen's kappa, quadratically weighted, with its 95 % bootstrap interval by session. */
  kappa: z.number().nullable(),
  interval: IntervalSchema.nullable(),
  /** Why kappa is null; null where it is not. */
  notDefined: NotDefinedSchema.nullable(),
});
export type PairFigures = z.infer<typeof PairFiguresSchema>;

/** Levels that reviewers gave independently: Krippendorff's alpha, ordinal. */
const AlphaFiguresSchema = z.object({
  /** With at least two reviewers. */
  sessions: count,
  exact: z.number().nullable(),
  alpha: z.number().nullable(),
  interval: IntervalSchema.nullable(),
  notDefined: NotDefinedSchema.nullable(),
});
export type AlphaFigures = z.infer<typeof AlphaFiguresSchema>;

/** Counts of levels 0 to 4, a row for each level of the one, a column for each of the other. */
const ConfusionSchema = z.array(z.array(z.number())).nullable();

/** A grader's raw levels beside those that count. */
const GraderFiguresSchema = PairFiguresSchema.extend({ grader: z.string() });
export type GraderFigures = z.infer<typeof GraderFiguresSchema>;

const MeasuredCriterionSchema = z.object({
  criterion: z.string(),
  /** With the grader's level down and the level that counts across; null below `fewestSessions`. */
  graders: z.array(GraderFiguresSchema.extend({ confusion: ConfusionSchema })),
  people: AlphaFiguresSchema,
  /** Every pair of reviewers once, the lower level down and the higher across; null below `fewestSessions`. */
  peopleConfusion: ConfusionSchema,
});
export type MeasuredCriterion = z.infer<typeof MeasuredCriterionSchema>;

/** One reviewer's own levels beside the median of the others of the same session. */
const MeasuredReviewerSchema = z.object({
  reviewerId: z.string(),
  sessions: count,
  levels: count,
  /** Counts of levels, so that scenario versions can be added up. */
  exact: count,
  withinOne: count,
  /** The sum of own level minus the others': above zero whoever gives higher levels. */
  difference: z.number(),
  kappa: z.number().nullable(),
  interval: IntervalSchema.nullable(),
  notDefined: NotDefinedSchema.nullable(),
  /** 95 % bootstrap interval of the mean difference. */
  tendency: IntervalSchema.nullable(),
});
export type MeasuredReviewer = z.infer<typeof MeasuredReviewerSchema>;

const MeasuredMonthSchema = z.object({
  /** Of the first review, as 2026-11. */
  month: z.string(),
  graders: z.array(GraderFiguresSchema),
  people: AlphaFiguresSchema,
});
export type MeasuredMonth = z.infer<typeof MeasuredMonthSchema>;

export const MeasuredAgreementSchema = z.object({
  /** Complete ones, graded or not. */
  sessions: count,
  /** Over all criteria, for each grader that gave any levels. */
  graders: z.array(GraderFiguresSchema),
  people: AlphaFiguresSchema,
  criteria: z.array(MeasuredCriterionSchema),
  reviewers: z.array(MeasuredReviewerSchema),
  months: z.array(MeasuredMonthSchema),
});
export type MeasuredAgreement = z.infer<typeof MeasuredAgreementSchema>;
