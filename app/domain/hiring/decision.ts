/**
 * What a person of the team decides on a candidate, with the reason, once every session of theirs is complete. A decision
 * is never edited: a later one stands beside the earlier, and the newest is the one that holds.
 */
import { z } from "zod";
import { givenWords } from "./given-words.ts";

export const decisionOutcomes = ["advance", "hold", "decline"] as const;
const DecisionOutcomeSchema = z.enum(decisionOutcomes, "Choose what you decide.");
export type DecisionOutcome = z.infer<typeof DecisionOutcomeSchema>;

export const outcomeWords: Record<DecisionOutcome, string> = {
  advance: "Advance",
  hold: "Hold",
  decline: "Decline",
};

export const fewestReasonChars = 10;
export const mostReasonChars = 2_000;

export const DecisionSchema = z.object({
  outcome: DecisionOutcomeSchema,
  reason: givenWords({
    fewest: fewestReasonChars,
    most: mostReasonChars,
    ask: `Give the reason, in at least ${fewestReasonChars} characters: it is kept on the record.`,
  }),
});
export type GivenDecision = z.infer<typeof DecisionSchema>;

/** What stands in the database, read again. */
export function readOutcome(outcome: string): DecisionOutcome {
  return DecisionOutcomeSchema.parse(outcome);
}
