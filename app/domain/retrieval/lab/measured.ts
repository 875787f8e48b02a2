/**
 * A setting measured on the whole set of test questions: how often the place that answers is among the first, and how
 * often search is wrong about whether there is an answer at all.
 */
import { rankOfAnswer, type Question } from "../question-set.ts";

export const recallDepths = [1, 3, 5, 10] as const;

export type Outcome = { question: Pick<Question, "answers">; places: readonly string[]; isMatch: boolean };

export type Measured = {
  /** Questions that the material answers, and questions it does not. */
  answerable: number;
  absent: number;
  /** Shares, at each of the depths. */
  recall: { k: number; share: number }[];
  mrr: number;
  /** How many answerable ones were said to have no answer, and the other way round. */
  falseNone: number;
  falseMatch: number;
};

export function measureOutcomes(outcomes: readonly Outcome[]): Measured {
  const answerable = outcomes.filter(({ question }) => question.answers.length > 0);
  const absent = outcomes.filter(({ question }) => question.answers.length === 0);
  const ranks = answerable.map(({ question, places }) => rankOfAnswer(question, places));
  const of = Math.max(1, ranks.length);
  return {
    answerable: answerable.length,
    absent: absent.length,
    recall: recallDepths.map((k) => ({ k, share: ranks.filter((rank) => rank !== null && rank <= k).length / of })),
    mrr: ranks.reduce<number>((sum, rank) => sum + (rank === null ? 0 : 1 / rank), 0) / of,
    falseNone: answerable.filter(({ isMatch }) => !isMatch).length,
    falseMatch: absent.filter(({ isMatch }) => isMatch).length,
  };
}
