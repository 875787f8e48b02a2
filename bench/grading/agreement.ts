import { pearson, rootMeanSquaredError, weightedKappaOfScores } from "#app/domain/grading/short-answer/correlation.ts";
import { curve, sayingOf, sumOf, type Weights } from "#app/domain/statements/saying.ts";
import { baselinesFor } from "./baselines.ts";
import { fitFeatures } from "./fit.ts";
import { samplesOf, type HumanSet, type Sample } from "./human-sets.ts";
import { level, ridge } from "./settings.ts";

export type Figures = { pearson: number | null; rmse: number | null; qwk: number | null };

export const figuresOf = (given: readonly number[], wanted: readonly number[]): Figures => ({
  pearson: pearson(given, wanted),
  rmse: rootMeanSquaredError(given, wanted),
  qwk: weightedKappaOfScores(given, wanted),
});

type Scored = { question: number; value: number; score: number };

/** Each value through the straight line that fits the answers to all other questions best. */
function byOtherQuestions(all: readonly Scored[]): number[] {
  const lineFor = (question: number) => {
    const others = all.filter((each) => each.question !== question);
    const mean = (of: (each: Scored) => number) => others.reduce((sum, each) => sum + of(each), 0) / others.length;
    const [meanValue, meanScore] = [mean(({ value }) => value), mean(({ score }) => score)];
    const spread = mean(({ value }) => (value - meanValue) ** 2);
    const slope = spread < 1e-12 ? 0 : mean(({ value, score }) => (value - meanValue) * (score - meanScore)) / spread;
    return (value: number) => meanScore + slope * (value - meanValue);
  };
  const lines = new Map(
    [...new Set(all.map(({ question }) => question))].map((question) => [question, lineFor(question)]),
  );
  return all.map(({ question, value }) => Math.min(1, Math.max(0, lines.get(question)?.(value) ?? 0)));
}

/** The core's own weights refitted without the question, on the other questions of the set alone. */
function leaveOneQuestionOut(samples: readonly Sample[]): Scored[] {
  const questions = [...new Set(samples.map(({ question }) => question))];
  const weights = new Map(
    questions.map((question) => {
      const features = fitFeatures([samples.filter((sample) => sample.question !== question)], { ridge });
      return [question, { features, ...level }] as [number, Weights];
    }),
  );
  return samples.map(({ question, features, score }) => ({
    question,
    value: sayingOf(features, weights.get(question)),
    score,
  }));
}

export type SetAgreement = {
  set: string;
  answers: number;
  questions: number;
  /** Shipped form, fitted on the other sets only, as it comes. */
  otherSets: Figures;
  /** The same through a line fitted on the set's other questions, as the baselines are. */
  otherSetsLined: Figures;
  leaveOneQuestionOut: Figures;
  tfIdf: Figures;
  bm25: Figures;
  /** BM25 as a share of the model answer's own, which takes its length out. */
  bm25Share: Figures;
  /** Pearson of the shipped weights with every defence and without any. */
  guarded: number | null;
  bare: number | null;
};

export function measureAgreement(
  set: HumanSet,
  others: readonly (readonly Sample[])[],
  shipped: Weights,
): SetAgreement {
  const samples = samplesOf(set);
  const wanted = samples.map(({ score }) => score);
  const transferred: Weights = { features: fitFeatures(others, { ridge }), ...level };
  const given = samples.map(({ features }) => sayingOf(features, transferred));
  const lined = (values: readonly number[]) =>
    figuresOf(
      byOtherQuestions(samples.map(({ question, score }, at) => ({ question, score, value: values[at] ?? 0 }))),
      wanted,
    );
  const { tfIdf, bm25, naive } = baselinesFor(set);
  const answers = set.questions.flatMap(({ references, answers: said }) =>
    said.map(({ answer }) => ({ answer, references })),
  );
  const inSet = leaveOneQuestionOut(samples);
  const bare = samplesOf(set, { guarded: false }).map(({ features }) => curve(sumOf(features, shipped), shipped));
  return {
    set: set.name,
    answers: samples.length,
    questions: set.questions.length,
    otherSets: figuresOf(given, wanted),
    otherSetsLined: lined(given),
    leaveOneQuestionOut: figuresOf(byOtherQuestions(inSet), wanted),
    tfIdf: lined(answers.map(({ answer, references }) => tfIdf.of(answer, references))),
    bm25: lined(answers.map(({ answer, references }) => bm25.of(answer, references))),
    bm25Share: lined(answers.map(({ answer, references }) => naive.of(answer, references))),
    guarded: pearson(
      samples.map(({ features }) => sayingOf(features, shipped)),
      wanted,
    ),
    bare: pearson(bare, wanted),
  };
}
