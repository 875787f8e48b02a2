/**
 * A short answer held against model answers. Rarity is counted on the collection the question comes from, question by
 * question, and damped: a word that one question alone uses tells more, but not in proportion.
 */
import { addressesTheGrader } from "../evidence/admissible.ts";
import { readText } from "../../text/reading.ts";
import { wordsIn } from "../../text/words.ts";
import { featuresOf } from "./features.ts";
import { preparePassage } from "./passage.ts";
import { sayingOf, shippedWeights, type Weights } from "./saying.ts";
import { prepareStatements, type Book } from "./statement.ts";
import type { Rarity } from "./vocabulary.ts";

export type ShortQuestion = { question: string; references: readonly string[] };

const damping = 0.7;
/** A small collection says little about what is rare. */
const fewestTexts = 8;

/** Rarity over texts that belong together, one for each question: its model answers and what was answered. */
export function rarityOver(texts: readonly string[]): Rarity {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const key of new Set(wordsIn(text).map((word) => word.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const total = Math.max(fewestTexts, texts.length);
  return (key) => Math.log(1 + total / (1 + (counts.get(key) ?? 0))) ** damping;
}

export function prepareQuestion({ question, references }: ShortQuestion, rarity: Rarity): Book {
  return prepareStatements([{ references }], { question, rarity });
}

export function featuresOfAnswer(book: Book, answer: string, { guarded = true } = {}): Float64Array {
  const reading = readText(answer, guarded ? addressesTheGrader : undefined);
  const [statement] = book.statements;
  return featuresOf(statement ?? { phrasings: [] }, preparePassage(book, reading, { guarded }));
}

/** How far an answer says what the model answers say, 0 to 1; 0 for an empty one. */
export function scoreAnswer(book: Book, answer: string, weights: Weights = shippedWeights): number {
  return sayingOf(featuresOfAnswer(book, answer), weights);
}

export type ShortAnswer = ShortQuestion & { answer: string };

/**
 * Scores for many answers of one collection, in their order. Rarity is counted on their own words; a question is known by
 * its text and its model answers.
 */
export function scoreAnswers(answers: readonly ShortAnswer[], weights: Weights = shippedWeights): number[] {
  const idOf = ({ question, references }: ShortAnswer) => JSON.stringify([question, references]);
  const texts = new Map<string, string[]>();
  for (const answer of answers) {
    const id = idOf(answer);
    const known = texts.get(id);
    if (known) known.push(answer.answer);
    else texts.set(id, [...answer.references, answer.answer]);
  }
  const rarity = rarityOver([...texts.values()].map((said) => said.join("\n")));
  const books = new Map<string, Book>();
  return answers.map((answer) => {
    const id = idOf(answer);
    let book = books.get(id);
    if (!book) books.set(id, (book = prepareQuestion(answer, rarity)));
    return scoreAnswer(book, answer.answer, weights);
  });
}
