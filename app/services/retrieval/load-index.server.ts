import { setTimeout as wait } from "node:timers/promises";
import { buildRetrievalIndex, placeVectors, type RetrievalIndex } from "#app/domain/retrieval/index-material.ts";
import { makePassages } from "#app/domain/retrieval/passage.ts";
import { log } from "#app/log.server.ts";
import { loadLibrary, type Library } from "#app/services/library/load-library.server.ts";
import { chooseEmbedder } from "./choose-embedder.server.ts";
import { embedPassages } from "./embed-passages.server.ts";
import { EmbeddingFault, type Embedder } from "./embedder.server.ts";

/** Whether search knows the meaning of the material, and if not, why. */
export type Meaning =
  | { state: "ready"; embedder: Embedder }
  | { state: "off" }
  | { state: "preparing" }
  | { state: "failed"; message: string };

export type LoadedIndex = { index: RetrievalIndex; meaning: Meaning };

type Prepared = {
  library: Library;
  key: string;
  current: LoadedIndex;
  /** Begun by the first search that goes by meaning. */
  preparing: Promise<void> | null;
  failedAt: number | null;
};

/** How long a search waits for vectors that are being computed before it goes by words alone. */
const patienceMs = 1_500;
const tryAgainMs = 60_000;

let prepared: Prepared | null = null;

/** The index of the material that is served, with whatever is known of its meaning by now. */
async function prepare(): Promise<Prepared> {
  const library = await loadLibrary();
  if (prepared?.library === library) return prepared;
  const passages = makePassages(library);
  const key = JSON.stringify(passages);
  // In development the library is read anew for every visit, and mostly holds what it held.
  if (prepared?.key === key) {
    prepared.library = library;
  } else {
    const index = buildRetrievalIndex(passages, null);
    prepared = {
      library,
      key,
      current: { index, meaning: { state: "preparing" } },
      preparing: null,
      failedAt: null,
    };
  }
  return prepared;
}

/** For what goes by words alone: it neither waits for a model nor starts one. */
export async function loadWords(): Promise<RetrievalIndex> {
  return (await prepare()).current.index;
}

/**
 * The index of the material that is served. `untilReady` waits for its vectors however long that takes; a search does
 * not: it goes by words until they are there.
 */
export async function loadIndex({ untilReady = false } = {}): Promise<LoadedIndex> {
  const material = await prepare();
  const mayRetry = material.failedAt !== null && Date.now() - material.failedAt > tryAgainMs;
  if (material.preparing === null || mayRetry) material.preparing = addMeaning(material);
  await (untilReady
    ? material.preparing
    : Promise.race([material.preparing, wait(patienceMs, undefined, { ref: false })]));
  return material.current;
}

async function addMeaning(material: Prepared): Promise<void> {
  const { index } = material.current;
  material.failedAt = null;
  try {
    const embedder = chooseEmbedder();
    if (embedder === null) {
      material.current = { index, meaning: { state: "off" } };
      return;
    }
    const vectors = placeVectors(index.passages, await embedPassages(embedder, index.passages));
    material.current = { index: { ...index, vectors }, meaning: { state: "ready", embedder } };
  } catch (error) {
    if (!(error instanceof EmbeddingFault)) log().error({ err: error }, "the material could not be embedded");
    const message = error instanceof EmbeddingFault ? error.message : "The material could not be embedded.";
    material.current = { index, meaning: { state: "failed", message } };
    material.failedAt = Date.now();
  }
}
