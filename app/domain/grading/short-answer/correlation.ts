/** How two lists of scores of the same things go together. */
import { confusionTable, kappaOf, quadratic } from "../calibration/agreement/kappa.ts";

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Pearson's r; null with fewer than two pairs and where one list is all the same. */
export function pearson(first: readonly number[], second: readonly number[]): number | null {
  const [meanFirst, meanSecond] = [meanOf(first), meanOf(second)];
  let [product, squaresFirst, squaresSecond] = [0, 0, 0];
  for (const [at, value] of first.entries()) {
    const [a, b] = [value - meanFirst, (second[at] ?? 0) - meanSecond];
    product += a * b;
    squaresFirst += a * a;
    squaresSecond += b * b;
  }
  const spread = Math.sqrt(squaresFirst * squaresSecond);
  return first.length < 2 || spread < 1e-12 ? null : product / spread;
}

/** Root of the mean squared difference; null without pairs. */
export function rootMeanSquaredError(first: readonly number[], second: readonly number[]): number | null {
  if (first.length === 0) return null;
  return Math.sqrt(meanOf(first.map((value, at) => (value - (second[at] ?? 0)) ** 2)));
}

/** Scores from 0 to 1 are put on this many steps of equal width, 0, 0.25 … 1 at their middles, before kappa is taken. */
export const kappaSteps = 5;

const stepOf = (score: number) => Math.round(Math.min(1, Math.max(0, score)) * (kappaSteps - 1));

/** Quadratically weighted kappa of scores from 0 to 1 on `kappaSteps` steps; null where it is not defined. */
export function weightedKappaOfScores(first: readonly number[], second: readonly number[]): number | null {
  const pairs = first.map((score, at) => ({ first: stepOf(score), second: stepOf(second[at] ?? 0) }));
  return kappaOf(confusionTable(pairs, kappaSteps), quadratic);
}

/** Fewer answers to a question than this have no correlation worth the name. */
const fewestOfAQuestion = 5;

/** The median of Pearson's r over questions, of those that have it; null where none has. */
export function medianQuestionPearson(
  questions: readonly string[],
  first: readonly number[],
  second: readonly number[],
): number | null {
  const places = new Map<string, number[]>();
  for (const [at, question] of questions.entries()) {
    const known = places.get(question);
    if (known) known.push(at);
    else places.set(question, [at]);
  }
  const pick = (scores: readonly number[], at: readonly number[]) => at.map((place) => scores[place] ?? 0);
  const found = [...places.values()]
    .filter((at) => at.length >= fewestOfAQuestion)
    .map((at) => pearson(pick(first, at), pick(second, at)))
    .filter((r) => r !== null)
    .sort((a, b) => a - b);
  const middle = Math.floor(found.length / 2);
  const upper = found[middle] ?? null;
  if (upper === null || found.length % 2 === 1) return upper;
  return ((found[middle - 1] ?? upper) + upper) / 2;
}
