/**
 * Fits the model of a check or red flag: the weights of the window that speaks most for it, chosen anew after each fit
 * (multiple instances: Andrews et al., 2003), with the standardisation of the features folded into the weights.
 */
import { checkFeatureNames, type CheckFeatureName } from "#app/domain/grading/offline/check-features.ts";
import { sumOf, type Curve, type LinearModel } from "#app/domain/grading/offline/check-model.ts";
import { confusionTable, kappaOf, quadratic } from "#app/domain/grading/calibration/agreement/kappa.ts";
import { verdictScale } from "#app/domain/grading/calibration/agreement/verdict-scale.ts";
import type { Labelled } from "./examples.ts";
import { fitLogistic, type Sign } from "./logistic.ts";

export const settings = { ridge: 2, phrasingWeight: 0.1, rounds: 8, flagPrecision: 0.9 };

const against = new Set<CheckFeatureName>([
  "flagged",
  "nearMiss",
  "asksNot",
  "choosesNot",
  "calculatesNot",
  "conditionsNot",
]);
/** A speech act alone is not an answer: what it adds is held below what it takes to be met. */
const actMost = 3.5;
const acts = new Set<CheckFeatureName>(["asks", "chooses", "calculates", "conditions"]);

export const checkFeatures = checkFeatureNames.filter((name) => name !== "margin");
export const flagFeatures: CheckFeatureName[] = ["coverage", "likeness", "pairs", "telling", "margin", "nearMiss"];

/** Nothing said: as far from met as any sum. */
export const leastSum = -8;

export function bestWindow({ windows }: Labelled, model: LinearModel): { sum: number; features: Float64Array | null } {
  let best: { sum: number; features: Float64Array | null } = { sum: leastSum, features: null };
  for (const features of windows) {
    const sum = sumOf(features, model);
    if (best.features === null || sum > best.sum) best = { sum, features };
  }
  return { ...best, sum: Math.max(leastSum, best.sum) };
}

function spreadOf(examples: readonly Labelled[]) {
  const all = examples.filter(({ isAlone }) => !isAlone).flatMap(({ windows }) => windows);
  return checkFeatureNames.map((_, at) => {
    const mean = all.reduce((sum, features) => sum + (features[at] ?? 0), 0) / all.length;
    const squares = all.reduce((sum, features) => sum + ((features[at] ?? 0) - mean) ** 2, 0);
    return { mean, deviation: Math.sqrt(squares / all.length) + 1e-6 };
  });
}

export function fitModel(examples: readonly Labelled[], names: readonly CheckFeatureName[]): LinearModel {
  const spread = spreadOf(examples);
  const places = names.map((name) => checkFeatureNames.indexOf(name));
  const signs = names.map((name): Sign => (against.has(name) ? -1 : 1));
  let model: LinearModel = {
    weights: Float64Array.from(checkFeatureNames, (name) => (name === "coverage" || name === "likeness" ? 8 : 0)),
    constant: 0,
  };
  for (let round = 0; round < settings.rounds; round += 1) {
    const chosen = examples.flatMap((example) => {
      const { features } = bestWindow(example, model);
      if (!features) return [];
      const standard = Float64Array.from(places, (place) => {
        const { mean, deviation } = spread[place] ?? { mean: 0, deviation: 1 };
        return ((features[place] ?? 0) - mean) / deviation;
      });
      const weight = example.isAlone ? settings.phrasingWeight : 1;
      return [{ features: standard, target: example.place / (verdictScale.length - 1), weight }];
    });
    const most = names.map((name, at) =>
      acts.has(name) ? actMost * (spread[places[at] ?? -1]?.deviation ?? 1) : Infinity,
    );
    const fitted = fitLogistic(chosen, { ridge: settings.ridge, signs, most });
    const weights = new Float64Array(checkFeatureNames.length);
    let constant = fitted.constant;
    for (const [at, place] of places.entries()) {
      const { mean, deviation } = spread[place] ?? { mean: 0, deviation: 1 };
      weights[place] = (fitted.weights[at] ?? 0) / deviation;
      constant -= (weights[place] ?? 0) * mean;
    }
    model = { weights, constant };
  }
  return model;
}

export type Scored = { place: number; sum: number };

export function kappaAt(scored: readonly Scored[], partialFrom: number, metFrom: number): number {
  const pairs = scored.map(({ place, sum }) => ({
    first: place,
    second: Number(sum >= partialFrom) + Number(sum >= metFrom),
  }));
  return kappaOf(confusionTable(pairs, verdictScale.length), quadratic) ?? 0;
}

const edgeSteps = 60;

/** Edges whose kappa is nearly the highest are as good; the most demanding of them are taken, for the near misses' sake. */
const nearlyBest = 0.008;
const mostDemanding = 15;

/** The two sums that give the highest weighted kappa; a mean over several pairs, because one best pair is luck. */
export function chooseEdges(scored: readonly Scored[]): { partialFrom: number; metFrom: number } {
  const sums = scored.map(({ sum }) => sum).sort((a, b) => a - b);
  const steps = Array.from({ length: edgeSteps }, (_, nth) => {
    const share = 0.4 + (0.58 * nth) / edgeSteps;
    return sums[Math.floor(share * sums.length)] ?? 0;
  });
  const tried = steps.flatMap((partialFrom, nth) =>
    steps.slice(nth).map((metFrom) => ({ partialFrom, metFrom, kappa: kappaAt(scored, partialFrom, metFrom) })),
  );
  const highest = Math.max(...tried.map(({ kappa }) => kappa));
  const best = tried
    .filter(({ kappa }) => kappa >= highest - nearlyBest)
    .sort((a, b) => b.partialFrom + b.metFrom - a.partialFrom - a.metFrom)
    .slice(0, mostDemanding);
  const mean = (of: (edges: { partialFrom: number; metFrom: number }) => number) =>
    best.reduce((sum, edges) => sum + of(edges), 0) / best.length;
  return { partialFrom: mean(({ partialFrom }) => partialFrom), metFrom: mean(({ metFrom }) => metFrom) };
}

/** The lowest sum from which raised flags are as often right as is asked. */
export function chooseFlagEdge(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((a, b) => b.sum - a.sum);
  let edge = sorted[0]?.sum ?? 0;
  let right = 0;
  for (const [at, { place, sum }] of sorted.entries()) {
    if (place > 0) right += 1;
    const next = sorted[at + 1]?.sum ?? leastSum;
    if (right / (at + 1) >= settings.flagPrecision) edge = place > 0 ? (sum + Math.max(next, sum - 0.6)) / 2 : edge;
  }
  return edge;
}

/** The curve from sums to the share of examples that pass (Platt, 1999). */
export function curveOf(scored: readonly Scored[], passes: (place: number) => boolean): Curve {
  const examples = scored.map(({ place, sum }) => ({
    features: Float64Array.of(sum),
    target: passes(place) ? 1 : 0,
    weight: 1,
  }));
  const { weights, constant } = fitLogistic(examples, { ridge: 1, signs: [1] });
  return { slope: weights[0] ?? 1, shift: constant };
}
