import { setImmediate as yieldToOthers } from "node:timers/promises";
import {
  buildRetrievalIndex,
  placeVectors,
  textsToEmbed,
  type RetrievalIndex,
} from "#app/domain/retrieval/index-material.ts";
import type { Knobs } from "#app/domain/retrieval/lab/knobs.ts";
import type { MeaningState } from "#app/domain/retrieval/lab/lab-view.ts";
import { prepareQuestion, type PreparedQuestion } from "#app/domain/retrieval/lab/pipeline.ts";
import { makePaperPassages } from "#app/domain/retrieval/lab/planted-papers.ts";
import { makePassages, type Passage } from "#app/domain/retrieval/passage.ts";
import { readQuery } from "#app/domain/retrieval/query.ts";
import type { Question } from "#app/domain/retrieval/question-set.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { loadIndex, type LoadedIndex } from "../load-index.server.ts";
import { loadTextVectors, type TextVectors } from "./embed-texts.server.ts";
import type { QuestionVectors } from "./load-questions.server.ts";

/** What is searched in one chunking, and what is remembered of it. */
export type Corpus = {
  index: RetrievalIndex;
  meaning: MeaningState;
  /** The test questions as this corpus reads them; made when first needed. */
  prepared: Map<string, PreparedQuestion | null>;
  /** Whether those have vectors. */
  preparedWithMeaning: boolean;
};

export type CorpusName = "material" | "papers";
export type Chunking = Pick<Knobs, "sizeWords" | "overlapWords">;

/** The chunkings used last; each takes some megabytes. */
const mostKept = 5;
const kept = new Map<string, { of: unknown; corpus: Corpus }>();

/** The material, or the papers of the planted failures, cut in one way. */
export async function loadCorpus(name: CorpusName, chunking: Chunking): Promise<Corpus> {
  const loaded = await loadIndex();
  const key = `${name}-${chunking.sizeWords}-${chunking.overlapWords}`;
  const known = kept.get(key);
  const isCurrent = known !== undefined && known.of === loaded.index.passages;
  if (isCurrent && isSettled(known.corpus, loaded)) return remember(key, known);
  const index = isCurrent ? known.corpus.index : await cut(name, chunking);
  const texts = textsToEmbed(index.passages);
  // All chunkings of one corpus share their sentences, so they share their vectors.
  const found = await loadTextVectors({ name, kind: "document", texts }, loaded);
  return remember(key, { of: loaded.index.passages, corpus: withVectors(index, found) });
}

function isSettled({ meaning }: Corpus, loaded: LoadedIndex): boolean {
  return meaning.state === "ready" || meaning.state === loaded.meaning.state;
}

function remember(key: string, entry: { of: unknown; corpus: Corpus }): Corpus {
  kept.delete(key);
  kept.set(key, entry);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return entry.corpus;
}

function withVectors(index: RetrievalIndex, { meaning, embedded }: TextVectors): Corpus {
  const vectors = embedded ? placeVectors(index.passages, embedded) : null;
  return { index: { ...index, vectors }, meaning, prepared: new Map(), preparedWithMeaning: false };
}

async function cut(name: CorpusName, chunking: Chunking): Promise<RetrievalIndex> {
  const passages: Passage[] =
    name === "papers" ? makePaperPassages(chunking) : makePassages(await loadLibrary(), chunking);
  await yieldToOthers();
  return buildRetrievalIndex(passages, null);
}

/** After how many questions others get a turn: one takes about a millisecond. */
const turn = 10;

/** The questions as a corpus reads them, once for each chunking and again when their vectors have come. */
export async function prepareQuestions(
  corpus: Corpus,
  { questions, vectors }: { questions: readonly Question[]; vectors: QuestionVectors },
): Promise<Map<string, PreparedQuestion | null>> {
  const hasMeaning = vectors.isReady && corpus.index.vectors !== null;
  if (corpus.prepared.size === questions.length && corpus.preparedWithMeaning === hasMeaning) return corpus.prepared;
  const prepared = new Map<string, PreparedQuestion | null>();
  for (const [nth, question] of questions.entries()) {
    if (nth % turn === turn - 1) await yieldToOthers();
    const read = readQuery(question.asks, { suggest: corpus.index.suggest });
    const vector = vectors.vectorOf(question);
    prepared.set(question.id, read.ok ? prepareQuestion(corpus.index, { query: read.query, vector }) : null);
  }
  corpus.prepared = prepared;
  corpus.preparedWithMeaning = hasMeaning;
  return prepared;
}
