/**
 * What a grader is asked about one transcript: every check and red flag of the rubric as a yes/no question with examples.
 * Points, weights and levels stay behind, and so does which of them costs points: a verdict should not depend on it.
 */
import type { Check, Rubric } from "../../scenarios/schema.ts";

type Question = Pick<Check, "id" | "asks" | "met" | "notMet">;

/** In the rubric's order. */
export function questionsOf(rubric: Rubric): Question[] {
  return rubric.criteria
    .flatMap((criterion) => [...criterion.checks, ...criterion.redFlags])
    .map(({ id, asks, met, notMet }) => ({ id, asks, met, notMet }));
}
