/**
 * Search as one pipeline whose stages can be looked at one by one: words, meaning, fusion, rerank, and whether anything
 * found is an answer. It asks nothing of its surroundings: the query's vector is handed to it.
 */
import { nearestRows, type QueryVector } from "./dense.ts";
import { readFeatures } from "./features.ts";
import { fuseRanks } from "./fusion.ts";
import type { RetrievalIndex } from "./index-material.ts";
import type { Candidate } from "./lexical.ts";
import { matchProbability, readMatch, shippedMatchWeights, type Evidence } from "./match.ts";
import { placeOf } from "./passage.ts";
import type { Query } from "./query.ts";
import { fittedModel, rerank, shippedRerankWeights, type Reranked } from "./rerank.ts";

export const searchModes = ["lexical", "dense", "hybrid"] as const;
export type SearchMode = (typeof searchModes)[number];

/** How many candidates each stage hands on. */
export type Depths = { found: number; reranked: number };
export const shippedDepths: Depths = { found: 50, reranked: 40 };

export type Stages = {
  lexical: Candidate[];
  dense: Candidate[];
  fused: Candidate[];
  /** What was read of each of the best, in the order of the mode. */
  ranked: Reranked[];
};

export type Searched = {
  stages: Stages;
  /** The best passage of each place, best first, whether or not it answers. */
  places: Reranked[];
  /** 0 to 1: how surely something found is an answer. */
  probability: number;
  isMatch: boolean;
};

export type Search = { query: Query; vector: QueryVector | null; mode: SearchMode; depths?: Depths };

/** Runs the stages that a mode has; without a vector the stage of meaning is empty. */
export function searchPassages(index: RetrievalIndex, search: Search): Searched {
  const { query, mode, depths = shippedDepths } = search;
  const vector = mode === "lexical" ? null : search.vector;
  const lexical = mode === "dense" ? [] : index.lexical.search(query, depths.found);
  const dense = vector && index.vectors ? nearestRows(index.vectors.whole, vector, depths.found) : [];
  const fused = fuseRanks([lexical, dense]);
  const featuresOf = readFeatures(index, { query, vector, lexical, dense });
  const evidence = evidenceOf(mode, vector && index.vectors ? vector.model : null);
  const ranked = rankBy(mode, { fused, featuresOf, depths, evidence });
  const places = onePerPlace(index, ranked);
  const weights = shippedMatchWeights[evidence];
  const match = readMatch(
    places.map(({ features }) => features),
    query,
    (key) => index.lexical.rarity(key) > 0,
  );
  const probability = places.length === 0 ? 0 : matchProbability(match, weights);
  return { stages: { lexical, dense, fused, ranked }, places, probability, isMatch: probability >= weights.threshold };
}

/** The nearness of another model's vectors orders as any does, but how near is near enough is not known of it. */
function evidenceOf(mode: SearchMode, model: string | null): Evidence {
  if (model !== fittedModel) return "words";
  return mode === "dense" ? "meaning" : "both";
}

type Ranking = {
  fused: readonly Candidate[];
  featuresOf: ReturnType<typeof readFeatures>;
  depths: Depths;
  evidence: Evidence;
};

/** One list alone keeps its order; hybrid, also where only words are to be had, is ordered by all that is known. */
function rankBy(mode: SearchMode, { fused, featuresOf, depths, evidence }: Ranking): Reranked[] {
  if (mode !== "hybrid") return fused.map(({ at, score }) => ({ at, score, features: featuresOf(at) }));
  const weights = evidence === "both" ? shippedRerankWeights.hybrid : shippedRerankWeights.words;
  return rerank(fused.slice(0, depths.reranked), { weights, featuresOf });
}

function onePerPlace({ passages }: RetrievalIndex, ranked: readonly Reranked[]): Reranked[] {
  const seen = new Set<string>();
  return ranked.filter(({ at }) => {
    const passage = passages[at];
    if (!passage || seen.has(placeOf(passage))) return false;
    seen.add(placeOf(passage));
    return true;
  });
}
