import { seededRandom } from "#app/domain/simulator/seeded-random.ts";
import { featuresOfAnswer, prepareQuestion, scoreAnswer } from "#app/domain/grading/short-answer/short-answer.ts";
import { rarityOver } from "#app/domain/statements/rarity.ts";
import { sayingOf, type Weights } from "#app/domain/statements/saying.ts";
import { shortAnswerAttacks, type BarredAttack } from "#test/support/short-answer-attacks.ts";
import { baselinesFor } from "./baselines.ts";
import { samplesOf, type HumanSet } from "./human-sets.ts";
import type { StatementPair } from "./statement-pairs.ts";

export type AttackRow = {
  attack: string;
  texts: number;
  /** Means of the score from 0 to 1 over all questions of all sets. */
  mean: number;
  naive: number;
  bar: BarredAttack["bar"];
  isAim: boolean;
};

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every attack on every question; an attack that cannot be made of a question (no sides to swap) leaves it out. */
export function measureAttacks(
  sets: readonly HumanSet[],
  { weights, seed }: { weights: Weights; seed: number },
): AttackRow[] {
  const random = seededRandom(seed);
  return shortAnswerAttacks.map(({ name, make, bar, isAim = false, optional }) => {
    const [given, naive]: [number[], number[]] = [[], []];
    for (const set of sets) {
      const baseline = baselineOf(set);
      for (const [at, { question, references, book }] of set.questions.entries()) {
        const others = set.questions.length - 1;
        const other = set.questions[(at + 1 + Math.floor(random() * others)) % set.questions.length];
        const attacked = { question, reference: references[0] ?? "", otherReference: other?.references[0] ?? "" };
        const text = make(attacked, random);
        if (optional && text === "") continue;
        given.push(scoreAnswer(book, text, weights));
        naive.push(baseline(text, references));
      }
    }
    return { attack: name, texts: given.length, mean: meanOf(given), naive: meanOf(naive), bar, isAim };
  });
}

const baselines = new Map<HumanSet, ReturnType<typeof baselinesFor>>();

function baselineOf(set: HumanSet) {
  let found = baselines.get(set);
  if (!found) baselines.set(set, (found = baselinesFor(set)));
  return found.naive.of;
}

/** The hand-made pairs: what each kind of text scores, on the half that is looked at and on the half that is not. */
export function measurePairs(pairs: readonly StatementPair[], weights: Weights) {
  const rarity = rarityOver(pairs.map(({ statement }) => statement));
  const halves = ["development", "held out"] as const;
  const kinds = {
    statement: ({ statement }: StatementPair) => [statement],
    paraphrase: ({ paraphrases }: StatementPair) => paraphrases,
    negation: ({ negations }: StatementPair) => negations,
    "sides swapped": ({ swap }: StatementPair) => (swap === null ? [] : [swap]),
  };
  const bars = {
    statement: { atLeast: 0.9 },
    paraphrase: { atLeast: 0.8 },
    negation: { atMost: 0.5 },
    "sides swapped": { atMost: 0.5 },
  };
  return halves.flatMap((half) =>
    Object.entries(kinds).map(([kind, textsOf]) => {
      const scores = pairs
        .filter((pair) => pair.half === half)
        .flatMap((pair) => {
          const book = prepareQuestion({ question: "", references: [pair.statement] }, rarity);
          return textsOf(pair).map((text) => ({
            given: scoreAnswer(book, text, weights),
            bare: bareScore(pair.statement, text),
          }));
        });
      return {
        attack: `pairs, ${half}: ${kind}`,
        texts: scores.length,
        mean: meanOf(scores.map(({ given }) => given)),
        naive: meanOf(scores.map(({ bare }) => bare)),
        bar: bars[kind as keyof typeof bars],
        isAim: false,
      };
    }),
  );
}

/** Share of the statement's words that the text has, whatever it says of them. */
function bareScore(statement: string, text: string): number {
  const book = prepareQuestion({ question: "", references: [statement] }, () => 1);
  return featuresOfAnswer(book, text, { guarded: false })[0] ?? 0;
}

/** How well the score tells contradictory answers from correct ones (area under the curve), with polarity and without. */
export function measurePolarity(set: HumanSet, weights: Weights) {
  const samples = samplesOf(set).filter(({ label }) => label === "correct" || label === "contradictory");
  const isCorrect = samples.map(({ label }) => label === "correct");
  const scoresWith = samples.map(({ features }) => sayingOf(features, weights));
  const scoresWithout = samples.map(({ features }) => sayingOf(features, weights, { heedsContrary: false }));
  return {
    set: set.name,
    with: areaUnder(scoresWith, isCorrect),
    without: areaUnder(scoresWithout, isCorrect),
    answers: samples.length,
  };
}

/** Chance that a correct answer scores above a contradictory one (Mann and Whitney, 1947). */
function areaUnder(scores: readonly number[], isPositive: readonly boolean[]): number {
  const order = scores
    .map((score, at) => ({ score, isPositive: isPositive[at] ?? false }))
    .sort((a, b) => a.score - b.score);
  let [rank, at, positives] = [0, 0, 0];
  while (at < order.length) {
    let end = at;
    while (end < order.length && order[end]!.score === order[at]!.score) end += 1;
    const tied = order.slice(at, end).filter((each) => each.isPositive).length;
    rank += tied * ((at + 1 + end) / 2);
    positives += tied;
    at = end;
  }
  const negatives = order.length - positives;
  return (rank - (positives * (positives + 1)) / 2) / (positives * negatives);
}
