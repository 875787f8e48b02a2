import { readFile } from "node:fs/promises";
import { featuresOfAnswer, prepareQuestion } from "#app/domain/grading/short-answer/short-answer.ts";
import { rarityOver } from "#app/domain/statements/rarity.ts";
import type { Book } from "#app/domain/statements/statement.ts";
import { wordsIn } from "#app/domain/text/words.ts";

export type ScoredAnswer = { question: string; references: string[]; answer: string; score: number; label?: string };

/** One question of a set with all that people answered, prepared. */
export type HumanQuestion = { id: number; question: string; references: string[]; answers: ScoredAnswer[]; book: Book };

export type HumanSet = { name: string; questions: HumanQuestion[] };

export const humanSets = ["saf-en", "beetle", "scientsbank"] as const;

/** Answers of fewer words say nothing that could be ranked: SAF holds many empty ones, which flatter every method. */
const fewestWords: Record<string, number> = { "saf-en": 3 };

export async function readHumanSet(name: string): Promise<HumanSet> {
  const lines = (await readFile(`test/data/${name}.train.jsonl`, "utf8")).trim().split("\n");
  const answers = lines.map((line) => JSON.parse(line) as ScoredAnswer);
  // A question's id is not unique in SAF; the question and its model answers are.
  const byQuestion = new Map<string, ScoredAnswer[]>();
  for (const answer of answers) {
    const id = JSON.stringify([answer.question, answer.references]);
    const group = byQuestion.get(id);
    if (group) group.push(answer);
    else byQuestion.set(id, [answer]);
  }
  const groups = [...byQuestion.values()];
  const rarity = rarityOver(
    groups.map((group) => [...(group[0]?.references ?? []), ...group.map(({ answer }) => answer)].join("\n")),
  );
  const questions = groups.map((group, id) => {
    const { question, references } = group[0]!;
    const kept = group.filter(({ answer }) => wordsIn(answer).length >= (fewestWords[name] ?? 1));
    return { id, question, references, answers: kept, book: prepareQuestion({ question, references }, rarity) };
  });
  return { name, questions };
}

export type Sample = { question: number; features: Float64Array; score: number; label: string | undefined };

export function samplesOf({ questions }: HumanSet, { guarded = true } = {}): Sample[] {
  return questions.flatMap(({ id, answers, book }) =>
    answers.map(({ answer, score, label }) => ({
      question: id,
      features: featuresOfAnswer(book, answer, { guarded }),
      score,
      label,
    })),
  );
}
