/**
 * Fits the weights that order what search found and the weights by which it says that nothing fits:
 * `node --import tsx bench/fit-retrieval.ts`, or with `--dry` to print alone. Read are the development half of the
 * questions, what the scenarios' checks ask and a way they are met, each with the section to study, and, as questions the
 * material does not answer, those of other subjects' answer sets. Nothing is drawn at random.
 */
import { readFile, writeFile } from "node:fs/promises";
import { featureNames, readFeatures, type Features } from "#app/domain/retrieval/features.ts";
import { fuseRanks } from "#app/domain/retrieval/fusion.ts";
import { nearestRows } from "#app/domain/retrieval/dense.ts";
import { readMatch, type Evidence, type matchFeatureNames } from "#app/domain/retrieval/match.ts";
import { placeOf } from "#app/domain/retrieval/passage.ts";
import { shippedDepths } from "#app/domain/retrieval/search.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { closeEmbedder } from "#app/services/retrieval/choose-embedder.server.ts";
import { chooseThreshold, fitLogistic, fitRanking, type Judged, type Ranked } from "./retrieval/fit.ts";
import { readForSearch, readShippedQuestions, requireIndex } from "./retrieval/material.ts";

type Asked = { asks: string; answers: string[]; weight: number; isQuestion: boolean };
type Read = Asked & { found: { place: string; features: Features }[]; match: Record<Evidence, number[]> };

const rankingFeatures = featureNames.filter((name) => !name.startsWith("is") && name !== "nearestHeading");
const wordFeatures = rankingFeatures.filter((name) => /^(words|covered)/.test(name));
const evidences = {
  both: ["meaning", "nearestSentence", "unknown"],
  words: ["coveredTyped", "unknown"],
  meaning: ["meaning", "nearestSentence"],
} as const;

const { index, embedder } = await requireIndex();
const library = await loadLibrary();

async function questionsOfOtherSubjects(): Promise<string[]> {
  const names = ["beetle", "scientsbank", "saf-en"];
  const files = await Promise.all(
    names.map((name) => readFile(new URL(`../test/data/${name}.train.jsonl`, import.meta.url), "utf8")),
  );
  const lines = files.flatMap((text) => text.split("\n").filter((line) => line.trim() !== ""));
  const asked = lines.map(
    (line) => (JSON.parse(line) as { question: string }).question.split(/(?<=[.?!])\s/).at(-1) ?? "",
  );
  return [...new Set(asked)].filter((question) => question.length > 20 && question.length < 200);
}

const questions = (await readShippedQuestions(index)).filter(({ half }) => half === "development");
const checks = library.scenarios.flatMap(({ scenario }) =>
  scenario.rubric.criteria.flatMap((criterion) => criterion.checks),
);
const asked: Asked[] = [
  ...questions.map(({ asks, answers }) => ({ asks, answers, weight: 1, isQuestion: true })),
  ...checks.map(({ asks, study }) => ({ asks, answers: [study], weight: 0.3, isQuestion: false })),
  ...checks.flatMap(({ met, study }) =>
    met.slice(0, 1).map((asks) => ({ asks, answers: [study], weight: 0.3, isQuestion: false })),
  ),
  ...(await questionsOfOtherSubjects()).map((asks) => ({ asks, answers: [], weight: 0.1, isQuestion: false })),
];

async function read(each: Asked): Promise<Read[]> {
  const searched = await readForSearch(each.asks, { index, embedder });
  if (!searched?.vector || !index.vectors) return [];
  const { query, vector } = searched;
  const lexical = index.lexical.search(query, shippedDepths.found);
  const dense = nearestRows(index.vectors.whole, vector, shippedDepths.found);
  const featuresOf = readFeatures(index, { query, vector, lexical, dense });
  const placed = (list: readonly { at: number }[]) =>
    list.flatMap(({ at }) => {
      const passage = index.passages[at];
      return passage ? [{ place: placeOf(passage), features: featuresOf(at) }] : [];
    });
  const found = placed(fuseRanks([lexical, dense]).slice(0, shippedDepths.reranked));
  const matchOf = (list: typeof found, names: readonly (typeof matchFeatureNames)[number][]) => {
    const match = readMatch(
      list.map(({ features }) => features),
      query,
      (key) => index.lexical.rarity(key) > 0,
    );
    return names.map((name) => match[name]);
  };
  const match = {
    both: matchOf(found, evidences.both),
    words: matchOf(placed(lexical), evidences.words),
    meaning: matchOf(placed(dense), evidences.meaning),
  };
  return [{ ...each, found, match }];
}

const all: Read[] = [];
for (const each of asked) all.push(...(await read(each)));
await closeEmbedder();

function rankingWeights(names: readonly (typeof featureNames)[number][]) {
  const lists = all.map(({ found, answers, weight }): Ranked => ({
    weight,
    candidates: found.map(({ place, features }) => ({
      isAnswer: answers.includes(place),
      values: names.map((name) => features[name]),
    })),
  }));
  const weights = fitRanking(lists);
  return Object.fromEntries(names.map((name, at) => [name, round(weights[at] ?? 0)]));
}

function matchWeights(evidence: Evidence) {
  const judged = all.map(({ match, answers, weight, isQuestion }): Judged & { isQuestion: boolean } => ({
    values: match[evidence],
    isTrue: answers.length > 0,
    weight,
    isQuestion,
  }));
  const { bias, weights } = fitLogistic(judged);
  const threshold = chooseThreshold(
    judged.filter(({ isQuestion }) => isQuestion),
    { bias, weights },
  );
  const named = Object.fromEntries(evidences[evidence].map((name, at) => [name, round(weights[at] ?? 0)]));
  return { bias: round(bias), weights: named, threshold: round(threshold) };
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

const ranking = { model: embedder.id, hybrid: rankingWeights(rankingFeatures), words: rankingWeights(wordFeatures) };
const matching = { both: matchWeights("both"), words: matchWeights("words"), meaning: matchWeights("meaning") };
console.log(JSON.stringify({ read: all.length, ranking, matching }, null, 2));
if (!process.argv.includes("--dry")) {
  const write = (name: string, value: unknown) =>
    writeFile(new URL(`../app/domain/retrieval/${name}`, import.meta.url), `${JSON.stringify(value, null, 2)}\n`);
  await write("rerank-weights.json", ranking);
  await write("match-weights.json", matching);
}
