import { join } from "node:path";
import { buildRetrievalIndex } from "#app/domain/retrieval/index-material.ts";
import { shippedKnobs } from "#app/domain/retrieval/lab/knobs.ts";
import { makePaperPassages } from "#app/domain/retrieval/lab/planted-papers.ts";
import type { Passage } from "#app/domain/retrieval/passage.ts";
import { builtVectorsDir, embedPassages } from "../embed-passages.server.ts";
import type { Embedder } from "../embedder.server.ts";
import { readVectors, vectorKey, writeVectors } from "../vector-cache.server.ts";
import { loadQuestions, questionSet, questionText } from "./load-questions.server.ts";

/** What the lab needs beside the material: the papers of its planted failures and the test questions. */
export async function writeLabVectors(embedder: Embedder, material: readonly Passage[]): Promise<void> {
  const papers = join(builtVectorsDir, "papers");
  await embedPassages(embedder, makePaperPassages(shippedKnobs), { readFrom: [papers], writeTo: papers });
  const index = buildRetrievalIndex(material, null);
  const texts = [...new Set((await loadQuestions()).map((each) => questionText(each, index)))];
  const directory = join(builtVectorsDir, questionSet);
  const known = await readVectors(directory, embedder);
  const missing = texts.filter((text) => !known.has(vectorKey(embedder, text)));
  if (missing.length === 0) return;
  const made = await embedder.embed(missing, "query");
  for (const [nth, text] of missing.entries()) {
    const vector = made[nth];
    if (vector) known.set(vectorKey(embedder, text), vector);
  }
  await writeVectors(directory, embedder, known);
}
