/**
 * Fits the weights by which checks are judged and writes them with the figures: `node --import tsx bench/fit-checks.ts`,
 * or with `--dry` to print alone. Edges are chosen on sums of models that have not seen the scenario. Nothing is drawn at
 * random, so there is no seed. Only the development half is read.
 */
import { writeFile } from "node:fs/promises";
import { checkFeatureNames } from "#app/domain/grading/offline/check-features.ts";
import type { LinearModel } from "#app/domain/grading/offline/check-model.ts";
import {
  confusionTable,
  exactShare,
  kappaOf,
  quadratic,
  type Pair,
} from "#app/domain/grading/calibration/agreement/kappa.ts";
import { readScenario } from "#app/services/library/load-library.server.ts";
import { readExamples, type Labelled } from "./checks/examples.ts";
import {
  bestWindow,
  checkFeatures,
  chooseEdges,
  chooseFlagEdge,
  curveOf,
  fitModel,
  flagFeatures,
  settings,
} from "./checks/fit.ts";

const scenarios = [
  "code-review-assistant",
  "customer-support-chatbot",
  "legal-document-analysis",
  "not-sure-where-the-problem-is",
];
const written = new URL("../app/domain/grading/offline/check-weights.json", import.meta.url);

type Models = { check: LinearModel; redFlag: LinearModel };

function fitBoth(examples: readonly Labelled[]): Models {
  const checks = examples.filter(({ isFlag }) => !isFlag);
  return { check: fitModel(checks, checkFeatures), redFlag: fitModel(examples, flagFeatures) };
}

const scoredBy = (examples: readonly Labelled[], models: Models) =>
  examples
    .filter(({ isAlone }) => !isAlone)
    .map((example) => ({
      ...example,
      sum: bestWindow(example, example.isFlag ? models.redFlag : models.check).sum,
    }));

/** Each example with its sum by the models that were fitted without its scenario. */
function scoreUnseen(examples: readonly Labelled[]) {
  const slugs = [...new Set(examples.map(({ scenario }) => scenario))];
  return slugs.flatMap((slug) => {
    const models = fitBoth(examples.filter(({ scenario }) => scenario !== slug));
    return scoredBy(
      examples.filter(({ scenario }) => scenario === slug),
      models,
    );
  });
}

function edgesOf(scored: ReturnType<typeof scoreUnseen>) {
  const checks = scored.filter(({ isFlag }) => !isFlag);
  const flags = scored.filter(({ isFlag }) => isFlag);
  return { ...chooseEdges(checks), raisedFrom: chooseFlagEdge(flags) };
}

type Edges = ReturnType<typeof edgesOf>;

function placed({ isFlag, sum }: { isFlag: boolean; sum: number }, { partialFrom, metFrom, raisedFrom }: Edges) {
  return isFlag ? 2 * Number(sum >= raisedFrom) : Number(sum >= partialFrom) + Number(sum >= metFrom);
}

const round = (value: number, places = 3) => Math.round(value * 10 ** places) / 10 ** places;
const kappa = (pairs: Pair[]) => round(kappaOf(confusionTable(pairs, 3), quadratic) ?? 0);

const entries = await Promise.all(scenarios.map((slug) => readScenario("scenarios", slug)));
const examples = entries.flatMap(({ read }) => (read ? readExamples(read) : []));

// Each scenario judged by weights and edges that have not seen it: the edges come from the other three, in the same way.
const held = scenarios.flatMap((slug) => {
  const others = examples.filter(({ scenario }) => scenario !== slug);
  const own = examples.filter(({ scenario }) => scenario === slug);
  const edges = edgesOf(scoreUnseen(others));
  return scoredBy(own, fitBoth(others)).map((example) => ({
    ...example,
    pair: { first: example.place, second: placed(example, edges) },
  }));
});
const pairsOf = (counts: (example: (typeof held)[number]) => boolean) => held.filter(counts).map(({ pair }) => pair);
const flagPairs = pairsOf(({ isFlag }) => isFlag);
const countOf = (first: boolean, second: boolean) =>
  flagPairs.filter((pair) => pair.first > 0 === first && pair.second > 0 === second).length;
const figures = {
  weightedKappa: kappa(pairsOf(() => true)),
  exact: round(exactShare(pairsOf(() => true)) ?? 0),
  byScenario: Object.fromEntries(scenarios.map((slug) => [slug, kappa(pairsOf(({ scenario }) => scenario === slug))])),
  checksAlone: kappa(pairsOf(({ isFlag }) => !isFlag)),
  confusion: confusionTable(
    pairsOf(() => true),
    3,
  ),
  redFlags: { found: countOf(true, true), false: countOf(false, true), missed: countOf(true, false) },
};

const unseen = scoreUnseen(examples);
const edges = edgesOf(unseen);
const models = fitBoth(examples);
const checks = unseen.filter(({ isFlag }) => !isFlag);
const flags = unseen.filter(({ isFlag }) => isFlag);
const weightsOf = ({ weights, constant }: LinearModel) => ({
  weights: Object.fromEntries(
    checkFeatureNames.flatMap((name, at) => ((weights[at] ?? 0) === 0 ? [] : [[name, round(weights[at] ?? 0, 4)]])),
  ),
  constant: round(constant, 4),
});
const edge = (from: number, scored: typeof unseen, least: number) => {
  const { slope, shift } = curveOf(scored, (place) => place >= least);
  return { from: round(from, 4), likely: { slope: round(slope, 4), shift: round(shift, 4) } };
};
const result = {
  check: {
    ...weightsOf(models.check),
    partial: edge(edges.partialFrom, checks, 1),
    met: edge(edges.metFrom, checks, 2),
  },
  redFlag: { ...weightsOf(models.redFlag), raised: edge(edges.raisedFrom, flags, 1) },
  fit: {
    by: "bench/fit-checks.ts",
    method: "logistic regression with signs over the best window of each answer; edges for weighted kappa",
    settings,
    scenarios,
    labelled: held.length,
    leaveOneScenarioOut: figures,
  },
};
console.log(JSON.stringify(result, null, 2));
if (!process.argv.includes("--dry")) await writeFile(written, `${JSON.stringify(result, null, 2)}\n`);
