/**
 * Everything that search looks into, made once from the passages: the words, the spellings and, where there is an
 * embedding model, the vectors.
 */
import { sentencesIn } from "../text/words.ts";
import { tableOf, toUnit, type VectorTable } from "./dense.ts";
import { embeddingText } from "./embedding-text.ts";
import { everydayTerms } from "./everyday-terms.ts";
import { buildLexicalIndex, type LexicalIndex } from "./lexical.ts";
import type { Passage } from "./passage.ts";
import { createSuggest } from "./suggestion.ts";

/**
 * Each sentence and each heading has a vector; that of a passage is the mean of its sentences' with some of its heading's,
 * so that passages of any size are compared without embedding anything again. The sentences of passage `at` are the rows
 * `sentenceFrom[at]` to `sentenceFrom[at + 1]`.
 */
export type PassageVectors = {
  whole: VectorTable;
  headings: VectorTable;
  sentences: VectorTable;
  sentenceFrom: readonly number[];
};

export type RetrievalIndex = {
  passages: readonly Passage[];
  lexical: LexicalIndex;
  suggest: (word: string) => string | null;
  vectors: PassageVectors | null;
};

type PassageTexts = { heading: string; sentences: string[] };

/** What is embedded of a passage, as the model is given it. */
function textsOf({ heading, text }: Passage): PassageTexts {
  const sentences = sentencesIn(text).map(({ start, end }) => embeddingText(text.slice(start, end)));
  return { heading: embeddingText(heading), sentences };
}

/** Every text that must be embedded for the passages, each once. */
export function textsToEmbed(passages: readonly Passage[]): string[] {
  return [...new Set(passages.map(textsOf).flatMap(({ heading, sentences }) => [heading, ...sentences]))];
}

export type Embedded = { model: string; vectorOf: (text: string) => Float32Array | undefined };

/** Puts the vectors of texts where their passages are. Throws where one is missing: part of the material would be lost. */
export function placeVectors(passages: readonly Passage[], { model, vectorOf }: Embedded): PassageVectors {
  const find = (text: string) => {
    const vector = vectorOf(text);
    if (!vector) throw new Error(`There is no vector of ${model} for "${text.slice(0, 60)}".`);
    return toUnit(vector);
  };
  const texts = passages.map(textsOf);
  const read = texts.map(({ heading, sentences }) => ({ heading: find(heading), sentences: sentences.map(find) }));
  const sentenceFrom = [0];
  for (const { sentences } of texts) sentenceFrom.push((sentenceFrom.at(-1) ?? 0) + sentences.length);
  return {
    whole: tableOf(model, read.map(meanOf)),
    headings: tableOf(
      model,
      read.map(({ heading }) => heading),
    ),
    sentences: tableOf(
      model,
      read.flatMap(({ sentences }) => sentences),
    ),
    sentenceFrom,
  };
}

/** How much of a passage's vector is its heading's. */
const headingShare = 0.3;

function meanOf({ heading, sentences }: { heading: Float32Array; sentences: readonly Float32Array[] }): Float32Array {
  const mean = heading.map((value) => value * headingShare);
  for (const sentence of sentences) {
    for (let place = 0; place < mean.length; place += 1) {
      mean[place] = (mean[place] ?? 0) + (sentence[place] ?? 0) / sentences.length;
    }
  }
  return mean;
}

export function buildRetrievalIndex(passages: readonly Passage[], vectors: PassageVectors | null): RetrievalIndex {
  const written = passages.map(({ title, heading, also, text }) => [title, heading, ...also, text].join(". "));
  return {
    passages,
    lexical: buildLexicalIndex(passages),
    suggest: createSuggest([...written, ...everydayTerms]),
    vectors,
  };
}

function joinTables(first: VectorTable, second: VectorTable): VectorTable {
  const rows = new Float32Array(first.rows.length + second.rows.length);
  rows.set(first.rows);
  rows.set(second.rows, first.rows.length);
  return { ...first, rows };
}

/** The vectors of passages that stand behind one another. Both are of one model and have passages. */
export function joinVectors(first: PassageVectors, second: PassageVectors): PassageVectors {
  const before = first.sentenceFrom.at(-1) ?? 0;
  return {
    whole: joinTables(first.whole, second.whole),
    headings: joinTables(first.headings, second.headings),
    sentences: joinTables(first.sentences, second.sentences),
    sentenceFrom: [...first.sentenceFrom, ...second.sentenceFrom.slice(1).map((at) => at + before)],
  };
}
