/**
 * A candidate's objection to what one criterion of an assessment came to: made once, within thirty days after the result
 * was let out, and answered once by a person who has not reviewed the session.
 */
import { z } from "zod";
import { storable } from "../text/storable.ts";
import { givenWords } from "./given-words.ts";
import { GivenLevelSchema } from "./level-change.ts";

const dayMs = 86_400_000;
export const appealDays = 30;
const fewestChars = 10;
export const mostAppealChars = 2_000;

/** The last moment at which a level can be contested. */
export function appealsUntil(sentAt: Date): Date {
  return new Date(sentAt.getTime() + appealDays * dayMs);
}

const words = (ask: string) => givenWords({ fewest: fewestChars, most: mostAppealChars, ask });

export const LevelAppealSchema = z.object({
  session: z.string().min(1).max(100).transform(storable),
  criterion: z.string().min(1).max(100).transform(storable),
  reason: words(`Say why, in at least ${fewestChars} characters: which words of yours speak for another level?`),
});
export type AskedLevelAppeal = z.infer<typeof LevelAppealSchema>;

export const AppealAnswerSchema = z.object({
  level: GivenLevelSchema,
  answer: words(`Say why, in at least ${fewestChars} characters: the candidate reads this.`),
});
export type GivenAppealAnswer = z.infer<typeof AppealAnswerSchema>;

export type LevelAppealRefusal = "not_open" | "over" | "no_level" | "already";

export const levelAppealRefusals: Record<LevelAppealRefusal, string> = {
  not_open: "The team has not opened this result to appeals.",
  over: `A level can be contested within ${appealDays} days after the result was let out; that time is over.`,
  no_level: "This criterion was given no level, so there is none to contest.",
  already: "You have contested this criterion already. It can be contested once; what came of it stands beside it.",
};
