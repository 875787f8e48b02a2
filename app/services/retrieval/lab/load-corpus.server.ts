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

type Kept = { of: unknown; written: string; corpus: Corpus };

/** Every chunking there is may be kept: turning knobs in circles must not make the server cut the material again. */
const kept = new Map<string, Kept>();

/** The material, or the papers of the planted failures, cut in one way. */
export async function loadCorpus(name: CorpusName, chunking: Chunking): Promise<Corpus> {
  const loaded = await loadIndex(null);
  const of = loaded.index.passages;
  const key = `${name}-${chunking.sizeWords}-${chunking.overlapWords}`;
  const known = kept.get(key);
  if (known?.of === of && isSettled(known.corpus, loaded)) return known.corpus;
  const passages = known?.of === of ? known.corpus.index.passages : await cut(name, chunking);
  const written = JSON.stringify(passages);
  // Where sections are short, several chunkings come to the same.
  const twin = [...kept.values()].find((each) => each.of === of && each.written === written);
  if (twin && isSettled(twin.corpus, loaded)) {
    kept.set(key, twin);
    return twin.corpus;
  }
  await yieldToOthers();
  const index = twin?.corpus.index ?? buildRetrievalIndex(passages, null);
  // All chunkings of one corpus share their sentences, so they share their vectors.
  const found = await loadTextVectors({ name, kind: "document", texts: textsToEmbed(passages) }, loaded);
  const corpus = withVectors(index, found);
  kept.set(key, { of, written, corpus });
  for (const [each, { of: old }] of kept) if (old !== of) kept.delete(each);
  return corpus;
}

function isSettled({ meaning }: Corpus, loaded: LoadedIndex): boolean {
  return meaning.state === "ready" || meaning.state === loaded.meaning.state;
}

function withVectors(index: RetrievalIndex, { meaning, embedded }: TextVectors): Corpus {
  const vectors = embedded ? placeVectors(index.passages, embedded) : null;
  return { index: { ...index, vectors }, meaning, prepared: new Map(), preparedWithMeaning: false };
}

async function cut(name: CorpusName, chunking: Chunking): Promise<readonly Passage[]> {
  return name === "papers" ? makePaperPassages(chunking) : makePassages(await loadLibrary(), chunking);
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
