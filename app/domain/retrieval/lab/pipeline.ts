/**
 * The stages of search with every knob free: the parts are those that search ships with, and at the positions it ships
 * with they find what it finds.
 */
import { nearestRows, type QueryVector } from "../dense.ts";
import { readFeatures, type Features } from "../features.ts";
import type { RetrievalIndex } from "../index-material.ts";
import type { Candidate } from "../lexical.ts";
import { matchProbability, readMatch, shippedMatchWeights, type Evidence } from "../match.ts";
import { placeOf } from "../passage.ts";
import type { Query } from "../query.ts";
import { fittedModel, shippedRerankWeights, weigh } from "../rerank.ts";
import { shippedDepths } from "../search.ts";
import type { Knobs } from "./knobs.ts";
import { mergeLists } from "./merge.ts";

/** Which of the two ways of finding take part. */
type Branches = "both" | "words" | "meaning";

/** What does not depend on a knob other than the chunking: computed once for a question. */
export type PreparedQuestion = {
  query: Query;
  vector: QueryVector | null;
  lexical: readonly Candidate[];
  dense: readonly Candidate[];
  featuresOf: Record<Branches, (at: number) => Features>;
};

export type LabStages = {
  lexical: readonly Candidate[];
  dense: readonly Candidate[];
  fused: readonly Candidate[];
  /** The first ones ordered anew, the others after them as they were. */
  ranked: readonly Candidate[];
};

export type LabRun = {
  stages: LabStages;
  /** 0 to 1: how surely something found is an answer. */
  probability: number;
  threshold: number;
  isMatch: boolean;
};

export function prepareQuestion(
  index: RetrievalIndex,
  { query, vector }: { query: Query; vector: QueryVector | null },
): PreparedQuestion {
  const lexical = index.lexical.search(query, shippedDepths.found);
  const dense = vector && index.vectors ? nearestRows(index.vectors.whole, vector, shippedDepths.found) : [];
  const all = { query, vector, lexical, dense };
  return {
    ...all,
    featuresOf: {
      both: remembering(readFeatures(index, all)),
      words: remembering(readFeatures(index, { ...all, vector: null, dense: [] })),
      meaning: remembering(readFeatures(index, { ...all, lexical: [] })),
    },
  };
}

function remembering(read: (at: number) => Features): (at: number) => Features {
  const known = new Map<number, Features>();
  return (at) => {
    const features = known.get(at) ?? read(at);
    known.set(at, features);
    return features;
  };
}

export function runPipeline(index: RetrievalIndex, prepared: PreparedQuestion, knobs: Knobs): LabRun {
  const hasMeaning = knobs.meaning && prepared.vector !== null && index.vectors !== null;
  // Without vectors, words are all there is to go by, whatever the knob says.
  const hasWords = knobs.words || !hasMeaning;
  const branches: Branches = hasMeaning ? (hasWords ? "both" : "meaning") : "words";
  const lexical = hasWords ? prepared.lexical : [];
  const dense = hasMeaning ? prepared.dense : [];
  const featuresOf = prepared.featuresOf[branches];
  const isFitted = hasMeaning && prepared.vector?.model === fittedModel;
  const fused = mergeLists({ lexical, dense }, knobs.fusion);
  const weights = isFitted ? shippedRerankWeights.hybrid : shippedRerankWeights.words;
  const first = fused
    .slice(0, knobs.reranked)
    .map(({ at }) => ({ at, score: weigh(featuresOf(at), weights) }))
    .toSorted((a, b) => b.score - a.score);
  const ranked = [...first, ...fused.slice(knobs.reranked)];
  const evidence: Evidence = isFitted ? branches : "words";
  const match = shippedMatchWeights[evidence];
  const top = onePerPlace(index, ranked).map(({ at }) => featuresOf(at));
  const known = (key: string) => index.lexical.rarity(key) > 0;
  const probability = top.length === 0 ? 0 : matchProbability(readMatch(top, prepared.query, known), match);
  const threshold = knobs.bar ?? match.threshold;
  const isMatch = top.length > 0 && probability >= threshold;
  return { stages: { lexical, dense, fused, ranked }, probability, threshold, isMatch };
}

const looked = 3;

function onePerPlace(index: RetrievalIndex, ranked: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  const best: Candidate[] = [];
  for (const each of ranked) {
    const passage = index.passages[each.at];
    if (!passage || seen.has(placeOf(passage))) continue;
    seen.add(placeOf(passage));
    if (best.push(each) === looked) break;
  }
  return best;
}

/** The places of passages in their order, each once. */
export function placesIn(index: RetrievalIndex, ranked: readonly Candidate[]): string[] {
  return [...new Set(ranked.flatMap(({ at }) => index.passages[at] ?? []).map(placeOf))];
}
