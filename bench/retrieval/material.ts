import { readFile } from "node:fs/promises";
import { parseQuestions, type Question } from "#app/domain/retrieval/question-set.ts";
import type { RetrievalIndex } from "#app/domain/retrieval/index-material.ts";
import type { QueryVector } from "#app/domain/retrieval/dense.ts";
import { embeddingText } from "#app/domain/retrieval/embedding-text.ts";
import { placeOf } from "#app/domain/retrieval/passage.ts";
import { readQuery, type Query, type Widening } from "#app/domain/retrieval/query.ts";
import { env } from "#app/env.server.ts";
import type { Embedder } from "#app/services/retrieval/embedder.server.ts";
import { loadIndex } from "#app/services/retrieval/load-index.server.ts";
import { join } from "node:path";

/** The shipped questions; every place they name is held against the material. */
export async function readShippedQuestions(index: RetrievalIndex): Promise<Question[]> {
  const file = "questions.yaml";
  const { questions, problems } = parseQuestions({ file, text: await readFile(join(env().contentDir, file), "utf8") });
  const places = new Set(index.passages.map(placeOf));
  const lost = questions.flatMap(({ id, answers }) =>
    answers.filter((each) => !places.has(each)).map((each) => `${id}: ${each}`),
  );
  if (problems.length > 0)
    throw new Error(problems.map(({ field, message }) => `${file} ${field}: ${message}`).join("\n"));
  if (lost.length > 0) throw new Error(`Answers that are nowhere in the material: ${lost.join(", ")}`);
  return questions;
}

/** The index with its vectors: a figure without them would be one of another search. */
export async function requireIndex(): Promise<{ index: RetrievalIndex; embedder: Embedder }> {
  const { index, meaning } = await loadIndex(null, { untilReady: true });
  if (meaning.state !== "ready")
    throw new Error(`There are no vectors: ${"message" in meaning ? meaning.message : meaning.state}.`);
  return { index, embedder: meaning.embedder };
}

export type ReadQuestion = { query: Query; vector: QueryVector | null };

/** A question as search reads it, without a vector where there is no model; null for one that holds nothing. */
export async function readForSearch(
  asks: string,
  { index, embedder, widening }: { index: RetrievalIndex; embedder: Embedder | null; widening?: Widening },
): Promise<ReadQuestion | null> {
  const read = readQuery(asks, { suggest: index.suggest, widening });
  if (!read.ok) return null;
  if (embedder === null) return { query: read.query, vector: null };
  const [values] = await embedder.embed([embeddingText(read.query.text)], "query");
  if (!values) throw new Error("The embedding model gave no vector.");
  return { query: read.query, vector: { model: embedder.id, values } };
}
