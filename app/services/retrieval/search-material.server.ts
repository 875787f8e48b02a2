import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { QueryVector } from "#app/domain/retrieval/dense.ts";
import { embeddingText } from "#app/domain/retrieval/embedding-text.ts";
import type { RetrievalIndex } from "#app/domain/retrieval/index-material.ts";
import { addressOf, type Passage } from "#app/domain/retrieval/passage.ts";
import { noWidening, readQuery, shippedWidening, type EmptyQuery, type Query } from "#app/domain/retrieval/query.ts";
import { searchPassages, type Searched, type SearchMode } from "#app/domain/retrieval/search.ts";
import { snippetOf, type Snippet } from "#app/domain/retrieval/snippet.ts";
import { splitAddress } from "#app/domain/scenarios/address.ts";
import { log } from "#app/log.server.ts";
import type { Embedder } from "./embedder.server.ts";
import { loadIndex, type Meaning } from "./load-index.server.ts";

export type SearchResult = Pick<Passage, "kind" | "page" | "section" | "title" | "heading" | "sources"> & {
  address: string;
  /** The name of the organisation whose page it is; null for what ships. */
  organisation: string | null;
  snippet: Snippet;
  /** How well it fits; comparable within one search. */
  score: number;
};

export type MaterialSearch =
  | { kind: "refused"; reason: EmptyQuery }
  | {
      /** `none`: nothing found is good enough to be an answer. */
      kind: "found" | "none";
      results: SearchResult[];
      /** Where nothing is an answer: what came nearest. */
      nearest: Pick<SearchResult, "address" | "title" | "heading">[];
      /** What it went by. */
      mode: SearchMode;
      /** Why it did not go by meaning although it should have; null where it did as asked. */
      note: string | null;
      corrected: Query["corrected"];
    };

export type SearchOptions = {
  mode?: SearchMode;
  limit?: number;
  /** Wait until the meaning of all the material is known, instead of going by words until it is. */
  untilReady?: boolean;
};

const mostNearest = 3;

/** What was found, with all that it was found by. */
export type FoundPassages = { index: RetrievalIndex; query: Query; vector: QueryVector | null; searched: Searched };

export async function findPassages(
  viewer: Viewer | null,
  typed: string,
  { mode = "hybrid", untilReady = false }: SearchOptions = {},
): Promise<{ ok: false; reason: EmptyQuery } | { ok: true; found: FoundPassages; note: string | null }> {
  const { index, meaning } = await loadIndex(viewer, { untilReady });
  const widening = mode === "lexical" ? noWidening : shippedWidening;
  const read = readQuery(typed, { suggest: index.suggest, widening });
  if (!read.ok) return read;
  const { vector, note } = mode === "lexical" ? { vector: null, note: null } : await embedQuery(read.query, meaning);
  // Without vectors, words are all there is to go by, whatever was asked for.
  const searched = searchPassages(index, {
    query: read.query,
    vector,
    mode: vector === null && mode === "dense" ? "hybrid" : mode,
  });
  return { ok: true, found: { index, query: read.query, vector, searched }, note };
}

/**
 * Searches the material that ships and the pages of the viewer's organisations, in one list. Never throws for what is
 * typed, nor for an embedding model that is missing.
 */
export async function searchMaterial(
  viewer: Viewer | null,
  typed: string,
  options: SearchOptions = {},
): Promise<MaterialSearch> {
  const { mode = "hybrid", limit = 10 } = options;
  const outcome = await findPassages(viewer, typed, options);
  if (!outcome.ok) return { kind: "refused", reason: outcome.reason };
  const { index, query, vector, searched } = outcome.found;
  const best = searched.places
    .slice(0, searched.isMatch ? limit : mostNearest)
    .flatMap(({ at, score }): SearchResult[] => {
      const passage = index.passages[at];
      if (!passage) return [];
      const { kind, page, section, title, heading, sources } = passage;
      const snippet = snippetOf(index, at, { query, vector });
      return [
        {
          kind,
          page,
          section,
          title,
          heading,
          sources: sources.toSorted(bySource),
          address: addressOf(passage),
          organisation: nameOfOwner(viewer, page),
          snippet,
          score,
        },
      ];
    });
  const results = searched.isMatch ? best : [];
  return {
    kind: results.length > 0 ? "found" : "none",
    results,
    nearest: searched.isMatch ? [] : best.map(({ address, title, heading }) => ({ address, title, heading })),
    mode: vector === null ? "lexical" : mode,
    note: outcome.note,
    corrected: query.corrected,
  };
}

const noMeaning = {
  off: "Search goes by words alone: the embedding model is switched off.",
  preparing: "Search goes by words alone for the moment: the meaning of the material is being computed.",
} as const;

async function embedQuery(
  query: Query,
  meaning: Meaning,
): Promise<{ vector: QueryVector | null; note: string | null }> {
  if (meaning.state === "failed") return { vector: null, note: `Search goes by words alone. ${meaning.message}` };
  if (meaning.state !== "ready") return { vector: null, note: noMeaning[meaning.state] };
  try {
    return { vector: await vectorOf(embeddingText(query.text), meaning.embedder), note: null };
  } catch (error) {
    log().warn({ err: error }, "a query could not be embedded");
    const message = error instanceof Error ? error.message : "The query could not be embedded.";
    return { vector: null, note: `Search goes by words alone. ${message}` };
  }
}

const mostRemembered = 500;
const remembered = new Map<string, QueryVector>();

/** Who types sends the same words again and again. */
async function vectorOf(text: string, embedder: Embedder): Promise<QueryVector> {
  const key = `${embedder.id}\0${text}`;
  const known = remembered.get(key);
  if (known) return known;
  const [values] = await embedder.embed([text], "query");
  if (!values) throw new Error("The embedding model gave no vector.");
  const vector = { model: embedder.id, values };
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, vector);
  return vector;
}

function nameOfOwner(viewer: Viewer | null, page: string): string | null {
  const { handle } = splitAddress(page);
  return viewer?.memberships.find((each) => each.handle === handle)?.name ?? null;
}

function bySource(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
