/**
 * The record of one session of an assessment: everything that led to its score, complete enough to be kept outside this
 * product and read without it. The candidate is a code; people of the team are named. Made only once the reviewing is
 * complete. `RecordSchema` is the format of the JSON.
 */
import { z } from "zod";
import { GraderNameSchema, GradeResultSchema } from "../grading/grade.ts";
import { ReviewQuotesSchema } from "../review/quotes.ts";
import { ReviewCommentsSchema, ReviewLevelsSchema } from "../review/review.ts";
import { RubricSchema } from "../scenarios/schema.ts";

export const recordFormat = "tradeoff-session-record-1";

const at = z.iso.datetime();
const level = z.int().min(0).max(4);
const by = z.string();

const TurnSchema = z.object({
  seq: z.int(),
  at,
  speaker: z.enum(["interviewer", "candidate"]),
  kind: z.string(),
  text: z.string(),
  /** Characters that came by pasting: a fact, never scored. */
  pasted: z.int(),
  /** The check a question is aimed at, and who worded it. */
  checkId: z.string().nullable(),
  voice: z.string().nullable(),
});

const GradeSchema = z.object({
  id: z.string(),
  grader: GraderNameSchema,
  status: z.string(),
  /** Why there is no result. */
  reason: z.string().nullable(),
  model: z.string().nullable(),
  promptVersion: z.string().nullable(),
  scenarioHash: z.string(),
  rubricHash: z.string(),
  /** Whether it is the one that stands beside people's levels. */
  counts: z.boolean(),
  at,
  score: z.int().nullable(),
  band: z.string().nullable(),
  result: GradeResultSchema.nullable(),
});

const ReviewSchema = z.object({
  by,
  at,
  kind: z.enum(["independent", "adjudication"]),
  rubricHash: z.string(),
  levels: ReviewLevelsSchema,
  comments: ReviewCommentsSchema,
  quotes: ReviewQuotesSchema,
});

const LevelSchema = z.object({
  criterionId: z.string(),
  settled: level.nullable(),
  settledBy: z.string().nullable(),
  spread: z.int().nullable(),
  people: z.array(level),
  grader: GraderNameSchema.nullable(),
  graderLevel: level.nullable(),
});

const ChangeSchema = z.object({
  by,
  at,
  criterionId: z.string(),
  before: level.nullable(),
  level,
  reason: z.string(),
  /** Whether it answers the candidate's appeal. */
  forAppeal: z.boolean(),
});

const AppealSchema = z.object({
  at,
  criterionId: z.string(),
  level,
  reason: z.string(),
  answer: z.object({ by, at, text: z.string(), level: level.nullable() }).nullable(),
});

/** What the candidate was let see of this session, as it was sent; a later version stands beside the earlier. */
const FeedbackSchema = z.object({
  at,
  /** By criterion; null where there was none to tell. Empty where levels are not let out. */
  levels: z.record(z.string(), level.nullable()),
  words: z.string().nullable(),
});

export const RecordSchema = z.object({
  format: z.literal(recordFormat),
  madeAt: at,
  organisation: z.string(),
  assessment: z.object({ id: z.string(), name: z.string(), reviewersPerSession: z.int(), modelMayGrade: z.boolean() }),
  candidate: z.string(),
  session: z.object({
    id: z.string(),
    part: z.int(),
    startedAt: at,
    finishedAt: at.nullable(),
    /** Time at work, and the time that was allowed with the extra time included. */
    spentMs: z.int(),
    limitMs: z.int().nullable(),
    extraTimePercent: z.int(),
    /** That something came after time was up: a fact, and no part of the interview. */
    late: z.object({ characters: z.int(), hasDrawing: z.boolean() }).nullable(),
  }),
  scenario: z.object({ slug: z.string(), title: z.string(), hash: z.string(), rubricHash: z.string() }),
  rubric: RubricSchema,
  transcript: z.array(TurnSchema),
  levels: z.array(LevelSchema),
  reviews: z.array(ReviewSchema),
  /** Reviewers who left it to others, and why. */
  skipped: z.array(z.object({ by, at, reason: z.string().nullable() })),
  endedEarly: z.object({ by, at, reason: z.string() }).nullable(),
  changes: z.array(ChangeSchema),
  appeals: z.array(AppealSchema),
  feedback: z.array(FeedbackSchema),
  gate: z.object({
    isValidated: z.boolean(),
    words: z.string(),
    sessions: z.int(),
    low: z.number().nullable(),
    threshold: z.number(),
    least: z.int(),
    /** Of the measurement it was judged by. */
    measuredAt: at.nullable(),
  }),
  grades: z.array(GradeSchema),
  /** On the candidate, who may have taken other parts too. */
  decisions: z.array(z.object({ by, at, outcome: z.string(), reason: z.string() })),
  log: z.array(z.object({ at, who: z.string(), action: z.string(), what: z.string(), more: z.string() })),
  /** What is not in it, and why. */
  leftOut: z.array(z.string()),
});
export type SessionRecord = z.infer<typeof RecordSchema>;
