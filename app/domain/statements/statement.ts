/**
 * Statements made ready to be looked for in texts: each with the phrasings that say it, their words weighed by how telling
 * they are, and words that the question gave away weighed down (question demoting: Sultan et al., 2016).
 */
import { addLetters, gramPlaces } from "../text/letter-grams.ts";
import { readText, type Reading, type Token } from "../text/reading.ts";
import { wordRuns } from "../text/word-runs.ts";
import { companyIn, type Company } from "./attribution.ts";
import { vocabularyOf, type Rarity, type Vocabulary } from "./vocabulary.ts";

/** One word of a phrasing: where it is in the vocabulary, its weight, and its place in the phrasing's own sentence. */
export type Part = { entry: number; weight: number; newWeight: number; token: Token; sentence: number };

export type Phrasing = {
  reading: Reading;
  /** All content words in order. */
  parts: readonly Part[];
  /** The distinct ones. */
  words: readonly Part[];
  weight: number;
  newWeight: number;
  letters: Float64Array;
  company: Company;
  /** Parts by sentence. */
  sentences: readonly (readonly Part[])[];
};

export type Statement = { phrasings: readonly Phrasing[] };

export type Book = {
  vocabulary: Vocabulary;
  statements: readonly Statement[];
  rarity: Rarity;
  asked: ReadonlySet<string>;
  /** Runs of five words that stand in the question and in no phrasing. */
  copied: ReadonlySet<string>;
};

/** What a word that the question gave away still weighs. */
const askedShare = 0.15;

export function newShareOf(key: string, asked: ReadonlySet<string>): number {
  return asked.has(key) ? askedShare : 1;
}

function distinct(parts: readonly Part[]): Part[] {
  const seen = new Set<number>();
  return parts.filter(({ entry }) => !seen.has(entry) && seen.add(entry));
}

const sum = (parts: readonly Part[], of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);

function phrasingOf(reading: Reading, { vocabulary, asked }: Pick<Book, "vocabulary" | "asked">): Phrasing {
  const letters = new Float64Array(gramPlaces);
  const parts: Part[] = [];
  for (const token of reading.tokens) {
    const entry = vocabulary.entryOf(token.key);
    if (entry < 0 || !token.isContent) continue;
    const weight = vocabulary.entries[entry]?.weight ?? 0;
    const newWeight = weight * newShareOf(token.key, asked);
    parts.push({ entry, weight, newWeight, token, sentence: token.sentence });
    addLetters(letters, token.key, newWeight);
  }
  const words = distinct(parts);
  const sentences = reading.sentences.map((_, sentence) => parts.filter((part) => part.sentence === sentence));
  return {
    reading,
    parts,
    words,
    weight: sum(words, ({ weight }) => weight),
    newWeight: sum(words, ({ newWeight }) => newWeight),
    letters,
    company: companyIn(
      reading.tokens,
      (at) => {
        const token = reading.tokens[at];
        const entry = token?.isContent ? vocabulary.entryOf(token.key) : -1;
        return token && entry >= 0 ? { entry, isOpposite: false, token } : null;
      },
      { from: 0, to: reading.tokens.length },
    ),
    sentences: sentences.filter((parts) => parts.length > 0).map(distinct),
  };
}

export type StatementSource = { references: readonly string[] };

export function prepareStatements(
  sources: readonly StatementSource[],
  { question = "", rarity }: { question?: string; rarity: Rarity },
): Book {
  const read = sources.map(({ references }) => references.map((reference) => readText(reference)));
  const asked = new Set(
    readText(question)
      .tokens.filter(({ isContent }) => isContent)
      .map(({ key }) => key),
  );
  const tokens = read.flat().flatMap((reading) => reading.tokens.filter(({ isContent }) => isContent));
  const vocabulary = vocabularyOf(tokens, ({ key }) => rarity(key));
  const statements = read.map((readings) => ({
    phrasings: readings
      .map((reading) => phrasingOf(reading, { vocabulary, asked }))
      .filter(({ parts }) => parts.length > 0),
  }));
  const given = wordRuns(sources.flatMap(({ references }) => references));
  const copied = new Set([...wordRuns([question])].filter((run) => !given.has(run)));
  return { vocabulary, statements, rarity, asked, copied };
}
