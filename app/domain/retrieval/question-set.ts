/**
 * Questions with the places that answer them, and how well a search finds those places.
 */
import { z } from "zod";
import { readList } from "../content/written-list.ts";
import type { Problem } from "../scenarios/problem.ts";
import type { WrittenFile } from "../scenarios/written-file.ts";

const text = z.string().trim().min(1, "must not be empty");

/** `answers` are places as `page#section`, any one of which will do; none means that the material has no answer. */
export const QuestionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens"),
  topic: text,
  half: z.enum(["development", "test"]),
  asks: text,
  answers: z.array(z.string().regex(/^[a-z0-9-]+#\S+$/, "must name a place, as cost#break-even")),
});
export type Question = z.infer<typeof QuestionSchema>;
export type Half = Question["half"];

/** Reads questions.yaml. Never throws. */
export function parseQuestions(file: WrittenFile): { questions: Question[]; problems: Problem[] } {
  const { entries, problems } = readList(file, { name: "questions", schema: QuestionSchema });
  return { questions: entries, problems };
}

/** The rank of the first place that answers, from 1; null where none was found. */
export function rankOfAnswer({ answers }: Pick<Question, "answers">, places: readonly string[]): number | null {
  const rank = places.findIndex((place) => answers.includes(place));
  return rank === -1 ? null : rank + 1;
}

export type Recall = { questions: number; recallAt1: number; recallAt3: number; recallAt5: number; mrr: number };

/** Shares of questions whose answer is among the first, and the mean of 1 / rank (0 where it was not found). */
export function measureRanks(ranks: readonly (number | null)[]): Recall {
  const share = (most: number) => ranks.filter((rank) => rank !== null && rank <= most).length / ranks.length;
  const mrr = ranks.reduce<number>((sum, rank) => sum + (rank === null ? 0 : 1 / rank), 0) / ranks.length;
  return { questions: ranks.length, recallAt1: share(1), recallAt3: share(3), recallAt5: share(5), mrr };
}
