import { setTimeout as wait } from "node:timers/promises";
import { buildRetrievalIndex, placeVectors, type RetrievalIndex } from "#app/domain/retrieval/index-material.ts";
import { makePassages, type Passage } from "#app/domain/retrieval/passage.ts";
import { log } from "#app/log.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
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

type Prepared = { key: string; current: LoadedIndex; done: Promise<void>; failedAt: number | null };

/** How long a search waits for vectors that are being computed before it goes by words alone. */
const patienceMs = 1_500;
const tryAgainMs = 60_000;

let prepared: Prepared | null = null;

/**
 * The index of the material that is served. `untilReady` waits for its vectors however long that takes; a search does
 * not: it goes by words until they are there.
 */
export async function loadIndex({ untilReady = false } = {}): Promise<LoadedIndex> {
  const library = await loadLibrary();
  const passages = makePassages(library);
  const key = JSON.stringify(passages);
  const mayRetry = prepared?.failedAt != null && Date.now() - prepared.failedAt > tryAgainMs;
  if (prepared?.key !== key || mayRetry) prepared = prepare(key, passages);
  const { done } = prepared;
  await (untilReady ? done : Promise.race([done, wait(patienceMs, undefined, { ref: false })]));
  return prepared.current;
}

function prepare(key: string, passages: Passage[]): Prepared {
  const index = buildRetrievalIndex(passages, null);
  const preparing: Prepared = {
    key,
    current: { index, meaning: { state: "preparing" } },
    done: Promise.resolve(),
    failedAt: null,
  };
  preparing.done = addMeaning(preparing, index).catch((error: unknown) => {
    if (!(error instanceof EmbeddingFault)) log().error({ err: error }, "the material could not be embedded");
    const message = error instanceof EmbeddingFault ? error.message : "The material could not be embedded.";
    preparing.current = { index, meaning: { state: "failed", message } };
    preparing.failedAt = Date.now();
  });
  return preparing;
}

async function addMeaning(preparing: Prepared, index: RetrievalIndex): Promise<void> {
  const embedder = chooseEmbedder();
  if (embedder === null) {
    preparing.current = { index, meaning: { state: "off" } };
    return;
  }
  const embedded = await embedPassages(embedder, index.passages);
  const vectors = placeVectors(index.passages, embedded);
  preparing.current = { index: { ...index, vectors }, meaning: { state: "ready", embedder } };
}
