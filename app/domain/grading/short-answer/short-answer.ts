/**
 * A short answer held against model answers. Rarity is counted on the collection the question comes from, question by
 * question.
 */
import { addressesTheGrader } from "../evidence/admissible.ts";
import { readText } from "../../text/reading.ts";
import { featuresOf } from "../../statements/features.ts";
import { preparePassage } from "../../statements/passage.ts";
import { rarityOver } from "../../statements/rarity.ts";
import { sayingOf, shippedWeights, type Weights } from "../../statements/saying.ts";
import { prepareStatements, type Book } from "../../statements/statement.ts";
import type { Rarity } from "../../statements/vocabulary.ts";

export type ShortQuestion = { question: string; references: readonly string[] };

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
