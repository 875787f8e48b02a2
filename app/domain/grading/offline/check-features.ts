/**
 * How a piece of an answer bears on a check or red flag, as named numbers. Beside the words in common they say what tells
 * the check from the others of its rubric, whether something else is said in the same words, and which speech acts the
 * check wants and the piece has.
 */
import type { Grid, Phrasing, Range, RubricBook } from "./rubric-book.ts";
import type { Window } from "./window.ts";

export const checkFeatureNames = [
  "coverage",
  "likeness",
  "pairs",
  "telling",
  "extent",
  "named",
  "flagged",
  "nearMiss",
  "margin",
  "asks",
  "chooses",
  "calculates",
  "conditions",
  "asksNot",
  "choosesNot",
  "calculatesNot",
  "conditionsNot",
] as const;
export type CheckFeatureName = (typeof checkFeatureNames)[number];

/** What a word is worth that is denied on one side and asserted on the other, or is said as its opposite. */
const contraryShare = 0.4;

/** What of the rubric's vocabulary a window says, by entry. */
export type Said = {
  quality: Float64Array;
  isContrary: Uint8Array;
  entries: readonly number[];
  /** At which of the window's words each entry is said. */
  places: ReadonlyMap<number, readonly number[]>;
};

export function saidIn({ words }: Pick<Window, "words">, size: number): Said {
  const quality = new Float64Array(size);
  const isContrary = new Uint8Array(size);
  const entries: number[] = [];
  const places = new Map<number, number[]>();
  for (const [at, { hits, isDenied }] of words.entries()) {
    for (const hit of hits) {
      const found = places.get(hit.entry);
      if (found) found.push(at);
      else places.set(hit.entry, [at]);
      const known = quality[hit.entry] ?? 0;
      if (known >= hit.quality) continue;
      if (known === 0) entries.push(hit.entry);
      quality[hit.entry] = hit.quality;
      isContrary[hit.entry] = isDenied === hit.isOpposite ? 0 : 1;
    }
  }
  return { quality, isContrary, entries, places };
}

export function coverageOf({ parts, weight }: Phrasing, { quality, isContrary }: Said): number {
  let covered = 0;
  for (const part of parts) {
    const found = quality[part.entry] ?? 0;
    if (found === 0) continue;
    const agrees = (isContrary[part.entry] === 1) === part.isDenied;
    covered += part.weight * found * (agrees ? 1 : contraryShare);
  }
  return weight === 0 ? 0 : covered / weight;
}

/** Words that stand this near each other belong together. */
const nearWords = 3;

/** Whether one of the first places has one of the second just behind it; both in order. */
function follows(first: readonly number[], second: readonly number[]): boolean {
  let next = 0;
  for (const place of first) {
    while (next < second.length && (second[next] ?? 0) <= place) next += 1;
    const following = second[next];
    if (following === undefined) return false;
    if (following <= place + nearWords) return true;
  }
  return false;
}

const nowhere: readonly number[] = [];

/** Neighbours of a phrasing that stand near each other, in the same order, in the window. */
function pairsSaid({ order }: Phrasing, { places }: Said, { vocabulary: { entries } }: RubricBook): number {
  let [said, total] = [0, 0];
  for (let at = 0; at + 1 < order.length; at += 1) {
    const [entry, next] = [order[at] ?? -1, order[at + 1] ?? -1];
    const weight = (entries[entry]?.weight ?? 0) + (entries[next]?.weight ?? 0);
    total += weight;
    if (follows(places.get(entry) ?? nowhere, places.get(next) ?? nowhere)) said += weight;
  }
  return total === 0 ? 0 : said / total;
}

/** The highest value and the highest of all others, so that each value can be held against the rest. */
type Leaders = { at: number; highest: number; next: number };

function leadersOf(values: Float64Array, counts: (at: number) => boolean): Leaders {
  let leaders: Leaders = { at: -1, highest: 0, next: 0 };
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (!counts(at)) continue;
    if (value > leaders.highest) leaders = { at, highest: value, next: leaders.highest };
    else if (value > leaders.next) leaders.next = value;
  }
  return leaders;
}

const elsewhere = ({ at, highest, next }: Leaders, own: number) => (at === own ? next : highest);

/** The first look at a window: by target, how like it is to it and to its near misses. */
export type Sight = {
  window: Window;
  said: Said;
  coverage: Float64Array;
  /** The number of the phrasing that is covered best. */
  nearest: Int32Array;
  likeness: Float64Array;
  telling: Float64Array;
  extent: Float64Array;
  named: Float64Array;
  missed: Float64Array;
  like: Float64Array;
  unlike: Float64Array;
  first: Leaders;
  firstFlag: Leaders;
};

function coverAll({ quality, isContrary, entries }: Said, { postings, phrasings }: Grid): Float64Array {
  const covered = new Float64Array(phrasings);
  for (const entry of entries) {
    const found = quality[entry] ?? 0;
    const contrary = isContrary[entry] === 1;
    for (const { phrasing, share, isDenied } of postings[entry] ?? []) {
      covered[phrasing] = (covered[phrasing] ?? 0) + share * found * (contrary === isDenied ? 1 : contraryShare);
    }
  }
  return covered;
}

function highestIn(covered: Float64Array, { from, to }: Range): number {
  let best = from;
  for (let at = from + 1; at < to; at += 1) if ((covered[at] ?? 0) > (covered[best] ?? 0)) best = at;
  return best;
}

/** Adds a word's row of a grid to a sum by target. */
function addRow(sums: Float64Array, rows: Float64Array, entry: number, by: number): void {
  const start = entry * sums.length;
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + by * (rows[start + at] ?? 0);
}

/** How many of a window's words any phrasing of each target has, growing ever more slowly. */
function extentsOf({ words }: Window, { isOwn }: Grid, count: number): Float64Array {
  const extents = new Float64Array(count);
  const best = new Float64Array(count);
  for (const { hits } of words) {
    if (hits.length === 0) continue;
    best.fill(0);
    for (const { entry, quality } of hits) {
      for (let at = 0; at < count; at += 1) {
        if (isOwn[entry * count + at] === 1 && quality > (best[at] ?? 0)) best[at] = quality;
      }
    }
    for (let at = 0; at < count; at += 1) extents[at] = (extents[at] ?? 0) + (best[at] ?? 0);
  }
  for (let at = 0; at < count; at += 1) extents[at] = Math.log1p(extents[at] ?? 0) / 3;
  return extents;
}

type Five = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

function arraysOf(count: number): Five {
  const one = () => new Float64Array(count);
  return [one(), one(), one(), one(), one()];
}

export function sightOf(window: Window, { targets, vocabulary, grid }: RubricBook): Sight {
  const count = targets.length;
  const said = saidIn(window, vocabulary.entries.length);
  const covered = coverAll(said, grid);
  const [likeness, far, telling] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const scale = window.length === 0 ? 0 : 1 / window.length;
  for (const entry of said.entries) {
    const quality = said.quality[entry] ?? 0;
    addRow(likeness, grid.likeness, entry, quality * scale);
    addRow(far, grid.unlikeness, entry, quality * scale);
    addRow(telling, grid.telling, entry, quality);
  }
  const [coverage, missed, like, unlike, named] = arraysOf(count);
  const nearest = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const [met, near, asks] = [grid.met[at], grid.notMet[at], grid.asks[at]];
    if (!met || !near || !asks) continue;
    nearest[at] = highestIn(covered, met);
    coverage[at] = covered[nearest[at] ?? 0] ?? 0;
    missed[at] = near.to > near.from ? (covered[highestIn(covered, near)] ?? 0) : 0;
    named[at] = covered[asks.from] ?? 0;
    like[at] = ((coverage[at] ?? 0) + (likeness[at] ?? 0)) / 2;
    unlike[at] = ((missed[at] ?? 0) + (far[at] ?? 0)) / 2;
  }
  const extent = extentsOf(window, grid, count);
  const first = leadersOf(like, () => true);
  const firstFlag = leadersOf(like, (at) => targets[at]?.kind === "red flag");
  return { window, said, coverage, nearest, likeness, telling, extent, named, missed, like, unlike, first, firstFlag };
}

const pairsAt = checkFeatureNames.indexOf("pairs");

/** All features but the one that takes long: `pairs` is left 0. */
export function quickFeaturesOf(
  sight: Sight,
  at: number,
  { targets }: RubricBook,
  features = new Float64Array(checkFeatureNames.length),
): Float64Array {
  const acts = targets[at]?.acts ?? [];
  const own = sight.like[at] ?? 0;
  features[0] = sight.coverage[at] ?? 0;
  features[1] = sight.likeness[at] ?? 0;
  features[2] = 0;
  features[3] = (sight.telling[at] ?? 0) / 20;
  features[4] = sight.extent[at] ?? 0;
  features[5] = sight.named[at] ?? 0;
  features[6] = Math.max(0, elsewhere(sight.firstFlag, at) - own);
  features[7] = Math.max(0, (sight.unlike[at] ?? 0) - own);
  features[8] = own - elsewhere(sight.first, at);
  const from = features.length - 2 * acts.length;
  for (let act = 0; act < acts.length; act += 1) {
    const wanted = acts[act] ?? 0;
    const done = sight.window.acts[act] ?? 0;
    features[from + act] = wanted * done;
    features[from + acts.length + act] = wanted * (1 - done);
  }
  return features;
}

/** The phrasing of a target that a window says best. */
export function nearestPhrasing({ nearest }: Sight, at: number, { targets, grid }: RubricBook): Phrasing | undefined {
  return targets[at]?.met[(nearest[at] ?? 0) - (grid.met[at]?.from ?? 0)];
}

/** Adds `pairs` to quick features. */
export function completeFeatures(features: Float64Array, sight: Sight, at: number, book: RubricBook): void {
  const phrasing = nearestPhrasing(sight, at, book);
  features[pairsAt] = phrasing ? pairsSaid(phrasing, sight.said, book) : 0;
}

/** The features of a window for one target, in the order of `checkFeatureNames`. */
export function checkFeaturesOf(sight: Sight, at: number, book: RubricBook): Float64Array {
  const features = quickFeaturesOf(sight, at, book);
  completeFeatures(features, sight, at, book);
  return features;
}
