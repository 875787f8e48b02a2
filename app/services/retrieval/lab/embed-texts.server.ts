import { env } from "#app/env.server.ts";
import { log } from "#app/log.server.ts";
import type { MeaningState } from "#app/domain/retrieval/lab/lab-view.ts";
import { join } from "node:path";
import { builtVectorsDir } from "../embed-passages.server.ts";
import { EmbeddingFault, type Embedder, type EmbeddingKind } from "../embedder.server.ts";
import type { Meaning } from "../load-index.server.ts";
import { readVectors, vectorKey, writeVectors, type CachedVectors } from "../vector-cache.server.ts";

/** A fixed set of texts that the lab needs the vectors of; `name` is that of its place on disk. */
export type TextSet = { name: string; kind: EmbeddingKind; texts: readonly string[] };

export type TextVectors = {
  meaning: MeaningState;
  /** Null until every text has one. */
  embedded: { model: string; vectorOf: (text: string) => Float32Array | undefined } | null;
};

type Job = { vectors: CachedVectors; done: number; total: number; fault: string | null; isDone: boolean };

const jobs = new Map<string, Job>();
/** Texts of one request to the model: a question that is asked meanwhile waits for one. */
const batchSize = 32;

/** Where the vectors of a set are kept: made by the build, or by this process. */
function placesOf(name: string) {
  const own = join(env().dataDir, "vectors");
  return { readFrom: [builtVectorsDir, own, join(builtVectorsDir, name), join(own, name)], writeTo: join(own, name) };
}

/** Vectors of documents and of queries have nothing to do with each other in some models, so queries have own places. */
async function readKnown(embedder: Embedder, { name, kind }: TextSet): Promise<CachedVectors> {
  const { readFrom } = placesOf(name);
  const known: CachedVectors = new Map();
  for (const directory of kind === "query" ? readFrom.slice(2) : readFrom) {
    for (const [key, vector] of await readVectors(directory, embedder)) known.set(key, vector);
  }
  return known;
}

/**
 * The vectors of a set as far as they are known. What is missing is computed behind the scenes, once, and kept on disk;
 * while the material itself is being prepared, that is waited for.
 */
export async function loadTextVectors(set: TextSet, { meaning }: { meaning: Meaning }): Promise<TextVectors> {
  if (meaning.state === "off") return { meaning: { state: "off" }, embedded: null };
  if (meaning.state === "failed") return { meaning, embedded: null };
  if (meaning.state === "preparing") return { meaning: { state: "working", done: 0, total: 0 }, embedded: null };
  const { embedder } = meaning;
  const id = `${embedder.id} ${set.name}`;
  const job = jobs.get(id) ?? (await startJob(embedder, set));
  jobs.set(id, job);
  if (job.fault !== null) {
    jobs.delete(id);
    return { meaning: { state: "failed", message: job.fault }, embedded: null };
  }
  const { done, total, vectors } = job;
  if (!job.isDone) return { meaning: { state: "working", done, total }, embedded: null };
  const isWhole = set.texts.every((text) => vectors.has(vectorKey(embedder, text)));
  // A set whose texts have changed is begun again.
  jobs.delete(id);
  if (!isWhole) return loadTextVectors(set, { meaning });
  const vectorOf = (text: string) => vectors.get(vectorKey(embedder, text));
  return { meaning: { state: "ready" }, embedded: { model: embedder.id, vectorOf } };
}

async function startJob(embedder: Embedder, set: TextSet): Promise<Job> {
  const vectors = await readKnown(embedder, set);
  const texts = [...new Set(set.texts)].toSorted((a, b) => a.length - b.length);
  const missing = texts.filter((text) => !vectors.has(vectorKey(embedder, text)));
  const done = texts.length - missing.length;
  const job: Job = { vectors, done, total: texts.length, fault: null, isDone: missing.length === 0 };
  if (!job.isDone) {
    computeMissing(job, { embedder, set, missing }).catch((error: unknown) => {
      if (!(error instanceof EmbeddingFault)) log().error({ err: error }, "texts of the lab could not be embedded");
      job.fault = error instanceof EmbeddingFault ? error.message : "The texts could not be embedded.";
    });
  }
  return job;
}

type Missing = { embedder: Embedder; set: TextSet; missing: readonly string[] };

async function computeMissing(job: Job, { embedder, set, missing }: Missing): Promise<void> {
  for (let at = 0; at < missing.length; at += batchSize) {
    const batch = missing.slice(at, at + batchSize);
    const vectors = await embedder.embed(batch, set.kind);
    for (const [nth, text] of batch.entries()) {
      const vector = vectors[nth];
      if (vector) job.vectors.set(vectorKey(embedder, text), vector);
    }
    job.done += batch.length;
  }
  const kept = set.texts.flatMap((text): [string, Float32Array][] => {
    const key = vectorKey(embedder, text);
    const vector = job.vectors.get(key);
    return vector ? [[key, vector]] : [];
  });
  // A disk that cannot be written to costs only the time to compute them again.
  await writeVectors(placesOf(set.name).writeTo, embedder, new Map(kept)).catch(() => undefined);
  job.isDone = true;
}
