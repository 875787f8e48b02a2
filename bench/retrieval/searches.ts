import MiniSearch from "minisearch";
import type { RetrievalIndex } from "#app/domain/retrieval/index-material.ts";
import { placeOf } from "#app/domain/retrieval/passage.ts";
import { noWidening, shippedWidening, type Widening } from "#app/domain/retrieval/query.ts";
import { searchPassages, type SearchMode } from "#app/domain/retrieval/search.ts";
import type { Embedder } from "#app/services/retrieval/embedder.server.ts";
import { readForSearch } from "./material.ts";

export type Answered = { places: string[]; isMatch: boolean; ms: number };
export type NamedSearch = { name: string; search: (asks: string) => Promise<Answered> };

export const searchNames = {
  plain: "MiniSearch as it comes",
  lexical: "lexical: stems, spelling",
  widened: "lexical with synonyms",
  words: "hybrid without a model",
  dense: "dense only",
  hybrid: "hybrid",
} as const;

/** MiniSearch as its documentation begins: the fields, nothing else said. */
function minisearchAsItComes({ passages }: RetrievalIndex): NamedSearch {
  const index = new MiniSearch({ fields: ["heading", "title", "also", "text"] });
  index.addAll(
    passages.map(({ heading, title, also, text }, id) => ({ id, heading, title, also: also.join(", "), text })),
  );
  return {
    name: searchNames.plain,
    search: (asks) => {
      const startedAt = performance.now();
      const found = index.search(asks).flatMap(({ id }) => passages[Number(id)] ?? []);
      const places = [...new Set(found.map(placeOf))];
      return Promise.resolve({ places, isMatch: places.length > 0, ms: performance.now() - startedAt });
    },
  };
}

type Ours = { index: RetrievalIndex; embedder: Embedder | null; mode: SearchMode; widening?: Widening };

function ours(name: string, { index, embedder, mode, widening = shippedWidening }: Ours): NamedSearch {
  return {
    name,
    search: async (asks) => {
      const startedAt = performance.now();
      const read = await readForSearch(asks, { index, embedder, widening });
      if (!read) return { places: [], isMatch: false, ms: performance.now() - startedAt };
      const { places, isMatch } = searchPassages(index, { ...read, mode });
      const named = places.flatMap(({ at }) => index.passages[at] ?? []).map(placeOf);
      return { places: named, isMatch, ms: performance.now() - startedAt };
    },
  };
}

export function searchesOf(index: RetrievalIndex, embedder: Embedder): NamedSearch[] {
  return [
    minisearchAsItComes(index),
    ours(searchNames.lexical, { index, embedder: null, mode: "lexical", widening: noWidening }),
    ours(searchNames.widened, { index, embedder: null, mode: "lexical" }),
    ours(searchNames.words, { index, embedder: null, mode: "hybrid" }),
    ours(searchNames.dense, { index, embedder, mode: "dense" }),
    ours(searchNames.hybrid, { index, embedder, mode: "hybrid" }),
  ];
}
