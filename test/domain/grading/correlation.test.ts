import { expect, test } from "vitest";
import {
  medianQuestionPearson,
  pearson,
  rootMeanSquaredError,
  weightedKappaOfScores,
} from "#app/domain/grading/short-answer/correlation.ts";

test("Pearson's r of a table worked by hand", () => {
  expect(pearson([1, 2, 3, 4, 5], [2, 4, 5, 4, 5])).toBeCloseTo(6 / Math.sqrt(60), 12);
  expect(pearson([0, 1], [1, 0])).toBeCloseTo(-1, 12);
});

test("what has no spread or no pairs has no correlation", () => {
  expect(pearson([], [])).toBeNull();
  expect(pearson([0.5], [1])).toBeNull();
  expect(pearson([0.2, 0.2, 0.2], [0, 0.5, 1])).toBeNull();
  expect(rootMeanSquaredError([], [])).toBeNull();
  expect(weightedKappaOfScores([], [])).toBeNull();
  expect(weightedKappaOfScores([1, 1], [1, 1])).toBeNull();
});

test("the error is in the unit of the scores", () => {
  expect(rootMeanSquaredError([0, 1], [0.3, 0.6])).toBeCloseTo(Math.sqrt(0.125), 12);
});

test("kappa is 1 for scores on the same steps, and lower the further apart", () => {
  expect(weightedKappaOfScores([0, 0.26, 1], [0.05, 0.24, 0.95])).toBe(1);
  const near = weightedKappaOfScores([0, 0.5, 1], [0, 0.75, 1]) ?? 0;
  const far = weightedKappaOfScores([0, 0.5, 1], [0.75, 0.5, 1]) ?? 0;
  expect(near).toBeGreaterThan(far);
});

test("the median is over questions with enough answers and a correlation", () => {
  const questions = Array.from("aaaaabbbbbcccccdd");
  const up = [0, 0.25, 0.5, 0.75, 1];
  const first = [...up, ...up, ...up, 0, 1];
  const second = [...up, ...up.toReversed(), 0.5, 0.5, 0.5, 0.5, 0.5, 1, 0];
  expect(medianQuestionPearson(questions, first, second)).toBeCloseTo(0, 12);
  expect(medianQuestionPearson(["a", "b"], [0, 1], [0, 1])).toBeNull();
});
