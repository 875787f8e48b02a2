/**
 * A level that a person changes after the reviews: with a reason, on the record, and never to what it is already.
 */
import { z } from "zod";
import { storable } from "../text/storable.ts";

const fewestReasonChars = 3;
export const mostChangeReasonChars = 1_000;

const reason = (most: number, fewest: number) =>
  z
    .string()
    .transform((text) => storable(text).trim())
    .pipe(
      z
        .string()
        .min(fewest, `Say why, in at least ${fewest} characters: it is kept on the record.`)
        .max(most, `At most ${most.toLocaleString("en-GB")} characters.`),
    );

/** As a form sends it: a digit. */
export const GivenLevelSchema = z
  .string("Choose a level.")
  .regex(/^[0-4]$/, "Choose a level from 0 to 4.")
  .transform(Number);

export const LevelChangeSchema = z.object({
  level: GivenLevelSchema,
  reason: reason(mostChangeReasonChars, fewestReasonChars),
});

export const EndReviewingSchema = z.object({ reason: reason(mostChangeReasonChars, fewestReasonChars) });

/** Why the reviewing of a session was ended before every reviewer had given levels; kept with the session. */
export const EndedReviewingSchema = z.object({
  byId: z.string(),
  at: z.iso.datetime(),
  reason: z.string(),
  given: z.int(),
  wanted: z.int(),
});
export type EndedReviewing = z.infer<typeof EndedReviewingSchema>;
