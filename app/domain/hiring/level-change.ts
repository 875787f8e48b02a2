/**
 * A level that a person changes after the reviews: with a reason, on the record, and never to what it is already.
 */
import { z } from "zod";
import { givenWords } from "./given-words.ts";

const fewestReasonChars = 3;
export const mostChangeReasonChars = 1_000;

const reason = givenWords({
  fewest: fewestReasonChars,
  most: mostChangeReasonChars,
  ask: `Say why, in at least ${fewestReasonChars} characters: it is kept on the record.`,
});

/** As a form sends it: a digit. */
export const GivenLevelSchema = z
  .string("Choose a level.")
  .regex(/^[0-4]$/, "Choose a level from 0 to 4.")
  .transform(Number);

export const LevelChangeSchema = z.object({
  level: GivenLevelSchema,
  reason,
});

export const EndReviewingSchema = z.object({ reason });

/** Why the reviewing of a session was ended before every reviewer had given levels; kept with the session. */
export const EndedReviewingSchema = z.object({
  byId: z.string(),
  at: z.iso.datetime(),
  reason: z.string(),
  given: z.int(),
  wanted: z.int(),
});
export type EndedReviewing = z.infer<typeof EndedReviewingSchema>;
