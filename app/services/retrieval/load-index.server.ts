import { setTimeout as wait } from "node:timers/promises";
import { membershipsFor } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  buildRetrievalIndex,
  placeVectors,
  type PassageVectors,
  type RetrievalIndex,
} from "#app/domain/retrieval/index-material.ts";
import { makePassages } from "#app/domain/retrieval/passage.ts";
import { log } from "#app/log.server.ts";
import { forgetOldest } from "#app/services/forget-oldest.server.ts";
import { loadLibrary, type Library } from "#app/services/library/load-library.server.ts";
import {
  readPublishedPages,
  type OrganisationPages,
} from "#app/services/organisation-pages/read-published-pages.server.ts";
import { chooseEmbedder } from "./choose-embedder.server.ts";
import { addVectorsOf, passagesOf } from "./embed-organisations.server.ts";
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
  current: LoadedIndex;
  embed: (embedder: Embedder) => Promise<PassageVectors>;
  /** Begun by the first search that goes by meaning. */
  preparing: Promise<void> | null;
  failedAt: number | null;
};

/** How long a search waits for vectors that are being computed before it goes by words alone. */
const patienceMs = 1_500;
const tryAgainMs = 60_000;

function prepare(index: RetrievalIndex, embed: Prepared["embed"]): Prepared {
  return { current: { index, meaning: { state: "preparing" } }, embed, preparing: null, failedAt: null };
}

type Shipped = { library: Library; key: string; prepared: Prepared };

let shipped: Shipped | null = null;

/** The index of the material that ships, with whatever is known of its meaning by now. */
async function prepareShipped(): Promise<Prepared> {
  const library = await loadLibrary();
  if (shipped?.library === library) return shipped.prepared;
  const passages = makePassages(library);
  const key = JSON.stringify(passages);
  // In development the library is read anew for every visit, and mostly holds what it held.
  if (shipped?.key === key) {
    shipped.library = library;
    return shipped.prepared;
  }
  const index = buildRetrievalIndex(passages, null);
  const prepared = prepare(index, async (embedder) => placeVectors(passages, await embedPassages(embedder, passages)));
  shipped = { library, key, prepared };
  return prepared;
}

/** More than one person belongs to the same organisations, and few belong to many: by which, and by what they published. */
const mostKept = 8;
const mostPassages = 40_000;
const joined = new Map<string, { base: Prepared; prepared: Prepared }>();

/** One index over what ships and what organisations have published: what is ranked together has to be counted together. */
function prepareJoined(base: Prepared, organisations: readonly OrganisationPages[]): Prepared {
  const key = organisations.map(({ stamp }) => stamp).join("|");
  const known = joined.get(key);
  joined.delete(key);
  const kept = known?.base === base ? known : { base, prepared: join(base, organisations) };
  joined.set(key, kept);
  const sizeOf = ({ prepared }: { prepared: Prepared }) => prepared.current.index.passages.length;
  forgetOldest(joined, { most: mostKept, mostSize: mostPassages, sizeOf });
  return kept.prepared;
}

function join(base: Prepared, organisations: readonly OrganisationPages[]): Prepared {
  const { passages } = base.current.index;
  const index = buildRetrievalIndex([...passages, ...organisations.flatMap(passagesOf)], null);
  return prepare(index, async (embedder) => {
    await beginMeaning(base);
    const { meaning, index: own } = base.current;
    if (meaning.state === "failed") throw new EmbeddingFault(meaning.message);
    return addVectorsOf(organisations, { embedder, to: passages.length === 0 ? null : own.vectors });
  });
}

/** What the viewer may find: the material that ships, and the published pages of their organisations. */
async function prepareFor(viewer: Viewer | null): Promise<Prepared> {
  const base = await prepareShipped();
  const memberships = membershipsFor(viewer, "read_page");
  const published = await readPublishedPages(memberships.map(({ organisationId }) => organisationId));
  const organisations = published.filter(({ pages }) => pages.length > 0);
  return organisations.length === 0 ? base : prepareJoined(base, organisations);
}

/** For what goes by words alone: it neither waits for a model nor starts one. */
export async function loadWords(viewer: Viewer | null): Promise<RetrievalIndex> {
  return (await prepareFor(viewer)).current.index;
}

/**
 * The index of what the viewer may find. `untilReady` waits for its vectors however long that takes; a search does not:
 * it goes by words until they are there.
 */
export async function loadIndex(viewer: Viewer | null, { untilReady = false } = {}): Promise<LoadedIndex> {
  const material = await prepareFor(viewer);
  const preparing = beginMeaning(material);
  await (untilReady ? preparing : Promise.race([preparing, wait(patienceMs, undefined, { ref: false })]));
  return material.current;
}

function beginMeaning(material: Prepared): Promise<void> {
  const mayRetry = material.failedAt !== null && Date.now() - material.failedAt > tryAgainMs;
  if (material.preparing === null || mayRetry) material.preparing = addMeaning(material);
  return material.preparing;
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
    const vectors = await material.embed(embedder);
    material.current = { index: { ...index, vectors }, meaning: { state: "ready", embedder } };
  } catch (error) {
    if (!(error instanceof EmbeddingFault)) log().error({ err: error }, "the material could not be embedded");
    const message = error instanceof EmbeddingFault ? error.message : "The material could not be embedded.";
    material.current = { index, meaning: { state: "failed", message } };
    material.failedAt = Date.now();
  }
}
