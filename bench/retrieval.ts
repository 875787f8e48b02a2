import {
  measureRanks,
  rankOfAnswer,
  type Half,
  type Question,
  type Recall,
} from "#app/domain/retrieval/question-set.ts";
import { closeEmbedder } from "#app/services/retrieval/choose-embedder.server.ts";
import { readShippedQuestions, requireIndex } from "./retrieval/material.ts";
import { searchesOf, searchNames, type Answered } from "./retrieval/searches.ts";

// How well search finds the place that answers a question, for MiniSearch as it comes and for each way of ours, in one run;
// how often it says wrongly that nothing fits, or that something does; and how long it takes. Ends with 1 below a bar.
// Search is fitted on the development half only.

type Asked = { question: Question; answered: Answered };
type Figures = { recall: Recall; falseNone: number; falseMatch: number };
type Measured = { name: string; halves: Record<Half | "both", Figures>; ms: { p50: number; p95: number } };

const halves = ["development", "test", "both"] as const;
/** Of the middle query: what a busy machine adds to the slowest is not ours. */
const mostMs = 100;

const { index, embedder } = await requireIndex();
const questions = await readShippedQuestions(index);

function figuresOf(asked: readonly Asked[]): Figures {
  const answerable = asked.filter(({ question }) => question.answers.length > 0);
  const absent = asked.filter(({ question }) => question.answers.length === 0);
  return {
    recall: measureRanks(answerable.map(({ question, answered }) => rankOfAnswer(question, answered.places))),
    falseNone: answerable.filter(({ answered }) => !answered.isMatch).length / answerable.length,
    falseMatch: absent.filter(({ answered }) => answered.isMatch).length / absent.length,
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

async function measure({ name, search }: ReturnType<typeof searchesOf>[number]): Promise<Measured> {
  await search("warming up");
  const asked: Asked[] = [];
  for (const question of questions) asked.push({ question, answered: await search(question.asks) });
  const ofHalf = (half: (typeof halves)[number]) =>
    figuresOf(asked.filter(({ question }) => half === "both" || question.half === half));
  const times = asked.map(({ answered }) => answered.ms);
  return {
    name,
    halves: { development: ofHalf("development"), test: ofHalf("test"), both: ofHalf("both") },
    ms: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
  };
}

const measured: Measured[] = [];
for (const each of searchesOf(index, embedder)) measured.push(await measure(each));
await closeEmbedder();

function figure(name: string, half: (typeof halves)[number]): number {
  return measured.find((each) => each.name === name)?.halves[half].recall.recallAt3 ?? Number.NaN;
}

const hybrid = measured.find(({ name }) => name === searchNames.hybrid);
const bars = (["test", "both"] as const).flatMap((half) => [
  {
    bar: `hybrid recall@3 at least 1.2 x MiniSearch as it comes, ${half}`,
    ratio: figure(searchNames.hybrid, half) / figure(searchNames.plain, half),
    least: 1.2,
  },
  {
    bar: `hybrid recall@3 at least 1.1 x dense only, ${half}`,
    ratio: figure(searchNames.hybrid, half) / figure(searchNames.dense, half),
    least: 1.1,
  },
]);
const missed = bars.filter(({ ratio, least }) => !(ratio >= least)).map(({ bar }) => bar);
if (!((hybrid?.ms.p50 ?? Infinity) < mostMs)) missed.push(`hybrid under ${mostMs} ms a query (median)`);

const share = (value: number) => value.toFixed(3);
const line = ({ name, halves: each }: Measured, half: (typeof halves)[number]) => {
  const { recall, falseNone, falseMatch } = each[half];
  const { recallAt1, recallAt3, recallAt5, mrr } = recall;
  return `  ${name.padEnd(38)} ${[recallAt1, recallAt3, recallAt5, mrr].map(share).join("   ")}    ${share(falseNone)}         ${share(falseMatch)}`;
};

if (process.argv.includes("--json")) {
  process.stdout.write(`${JSON.stringify({ passages: index.passages.length, measured, bars, missed }, null, 2)}\n`);
} else {
  const lines = halves.flatMap((half) => {
    const asked = questions.filter((question) => half === "both" || question.half === half);
    const absent = asked.filter(({ answers }) => answers.length === 0).length;
    return [
      `${half}: ${asked.length - absent} questions with an answer, ${absent} without; ${index.passages.length} passages`,
      `  ${"".padEnd(38)} R@1     R@3     R@5     MRR      wrongly none  wrongly some`,
      ...measured.map((each) => line(each, half)),
      "",
    ];
  });
  const times = measured.map(
    ({ name, ms }) => `  ${name.padEnd(38)} ${ms.p50.toFixed(1).padStart(6)} ${ms.p95.toFixed(1).padStart(6)}`,
  );
  const held = bars.map(
    ({ bar, ratio, least }) => `  ${bar.padEnd(62)} ${ratio.toFixed(2)}  ${ratio >= least ? "holds" : "MISSED"}`,
  );
  const ownLexical = `  for comparison: hybrid against our lexical search, test           ${(figure(searchNames.hybrid, "test") / figure(searchNames.lexical, "test")).toFixed(2)}`;
  process.stdout.write(
    `${[...lines, "ms a query                               p50    p95", ...times, "", ...held, ownLexical, ...missed.map((bar) => `Missed: ${bar}`)].join("\n")}\n`,
  );
}
process.exitCode = missed.length > 0 ? 1 : 0;
