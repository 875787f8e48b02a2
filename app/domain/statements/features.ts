/**
 * How a window of a text bears on a statement, as named numbers from 0 to 1: coverage of every phrasing, and all the rest
 * for the few that fit best, of which the one counts that the text contradicts least.
 *
 *   const book = prepareStatements([{ references: phrasings }, …], { question, rarity });   // once
 *   const passage = preparePassage(book, readText(answer));                                 // once an answer
 *   const features = featuresOf(book.statements[nth], passage, { from: 0, to: 2 });         // a window of two sentences
 *   sayingOf(features)                                                                      // 0 to 1
 *
 * Question words weigh little where `question` is given; `rarity` is rarityOver(texts), one text for each
 * thing that must be told apart. preparePassage(…, { guarded: false }) trusts strings of terms like sentences.
 */
import { gramPlaces, lettersInCommon } from "../text/letter-grams.ts";
import { companyIn, exchanged, type Standing } from "./attribution.ts";
import { alignSentences, contraryTo, findIn, ramp, type Range } from "./alignment.ts";
import { tokensIn, wholeOf, type Passage, type Place, type Window } from "./passage.ts";
import type { Phrasing, Statement } from "./statement.ts";

export const featureNames = [
  "coverage",
  "newCoverage",
  "balance",
  "cosine",
  "pairs",
  "letters",
  "sentenceCoverage",
  "plainCoverage",
  "amount",
  "bestSentence",
  "saturated",
  "contrary",
  "exchanged",
  "disordered",
] as const;
export type FeatureName = (typeof featureNames)[number];

type Cover = {
  phrasing: Phrasing;
  found: (Place | null)[];
  coverage: number;
  newCoverage: number;
  precision: number;
  cosine: number;
};

function cover(phrasing: Phrasing, passage: Passage, range: Range): Cover {
  const marked = new Set<number>();
  let [covered, newCovered, matched, product, norm] = [0, 0, 0, 0, 0];
  const found = phrasing.words.map(({ entry, weight, newWeight }) => {
    norm += newWeight * newWeight;
    const best = findIn(passage, entry, range);
    if (!best) return null;
    covered += weight * best.quality;
    newCovered += newWeight * best.quality;
    for (const { at, quality } of passage.places[entry] ?? []) {
      if (at < range.from || at >= range.to || marked.has(at)) continue;
      marked.add(at);
      matched += (passage.weights[at] ?? 0) * quality;
    }
    product += newWeight * newWeight * best.quality;
    return best;
  });
  let own = 0;
  for (let at = range.from; at < range.to; at += 1) own += (passage.weights[at] ?? 0) ** 2;
  const total = (passage.weightUpTo[range.to] ?? 0) - (passage.weightUpTo[range.from] ?? 0);
  return {
    phrasing,
    found,
    coverage: phrasing.weight === 0 ? 0 : covered / phrasing.weight,
    newCoverage: phrasing.newWeight === 0 ? 0 : newCovered / phrasing.newWeight,
    precision: total === 0 ? 0 : Math.min(1, matched / total),
    cosine: norm === 0 || own === 0 ? 0 : Math.min(1, product / Math.sqrt(norm * own)),
  };
}

const balanceOf = ({ newCoverage, precision }: Cover) =>
  newCoverage + precision === 0 ? 0 : (2 * newCoverage * precision) / (newCoverage + precision);

const fitOf = (cover: Cover) => cover.newCoverage + 0.5 * cover.coverage + 0.5 * balanceOf(cover);

/** Neighbours of the phrasing that stand near each other, in the same order, in the text. */
function pairsSaid({ parts }: Phrasing, passage: Passage, { from, to }: Range): number {
  let [said, total] = [0, 0];
  for (const [nth, part] of parts.entries()) {
    const next = parts[nth + 1];
    if (!next || next.sentence !== part.sentence) continue;
    const weight = part.newWeight + next.newWeight;
    total += weight;
    let near = 0;
    for (const { at, quality } of passage.places[part.entry] ?? []) {
      if (at < from || at >= to || quality <= near) continue;
      for (const place of passage.places[next.entry] ?? []) {
        if (place.at > at && place.at <= at + 4 && place.at < to)
          near = Math.max(near, Math.min(quality, place.quality));
      }
    }
    said += weight * near;
  }
  return total === 0 ? 0 : said / total;
}

/** Statements of fewer words can be said in any order. */
const orderedWords = 6;

/** How far the text has all of a phrasing's words, joining words too, and hardly any two of them in a row. */
function disorderOf({ reading: { tokens } }: Phrasing, passage: Passage, { from, to }: Range): number {
  if (tokens.length < orderedWords) return 0;
  const said = new Set<string>();
  for (let at = from; at < to; at += 1) {
    const [one, next] = [passage.reading.tokens[at]?.key ?? "", passage.reading.tokens[at + 1]?.key ?? ""];
    said.add(one);
    if (at + 1 < to) said.add(`${one} ${next}`);
  }
  const shareSaid = (names: ReadonlySet<string>) => [...names].filter((name) => said.has(name)).length / names.size;
  const words = shareSaid(new Set(tokens.map(({ key }) => key)));
  const pairs = shareSaid(new Set(tokens.slice(1).map(({ key }, at) => `${tokens[at]?.key ?? ""} ${key}`)));
  return ramp(words, 0.75, 0.95) * (1 - ramp(pairs, 0.1, 0.35));
}

function exchangedIn(phrasing: Phrasing, passage: Passage, range: Range): number {
  const standing = new Map<number, Standing>();
  for (const { entry } of phrasing.words) {
    for (const { at, quality, isOpposite } of passage.places[entry] ?? []) {
      const token = passage.reading.tokens[at];
      if (token && quality >= 0.3 && !(standing.has(at) && isOpposite)) standing.set(at, { entry, isOpposite, token });
    }
  }
  const said = companyIn(passage.reading.tokens, (at) => standing.get(at) ?? null, range);
  return exchanged(phrasing.company, said);
}

const windowLetters = new WeakMap<Passage, Map<number, Float64Array>>();

/** The letters of a window, added up once for all statements it is held against. */
function lettersIn(passage: Passage, { from, to }: Window): Float64Array {
  let known = windowLetters.get(passage);
  if (!known) windowLetters.set(passage, (known = new Map()));
  const name = from * (passage.reading.sentences.length + 1) + to;
  let profile = known.get(name);
  if (!profile) {
    profile = new Float64Array(gramPlaces);
    for (let sentence = from; sentence < to; sentence += 1) {
      const letters = passage.letters[sentence];
      if (!letters) continue;
      for (let place = 0; place < gramPlaces; place += 1)
        profile[place] = (profile[place] ?? 0) + (letters[place] ?? 0);
    }
    known.set(name, profile);
  }
  return profile;
}

function describe(best: Cover, passage: Passage, window: Window): Record<FeatureName, number> {
  const { phrasing, coverage, newCoverage, cosine } = best;
  const range = tokensIn(passage, window);
  const aligned = alignSentences(phrasing, passage, window);
  const total = aligned.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const plain = best.found.reduce((sum, found) => sum + (found?.quality ?? 0), 0);
  const newPlain = best.found.reduce(
    (sum, found, nth) =>
      sum + (found?.quality ?? 0) * ((phrasing.words[nth]?.newWeight ?? 0) / (phrasing.words[nth]?.weight || 1)),
    0,
  );
  return {
    coverage,
    newCoverage,
    balance: balanceOf(best),
    cosine,
    pairs: pairsSaid(phrasing, passage, range),
    letters: lettersInCommon(lettersIn(passage, window), phrasing.letters),
    sentenceCoverage: aligned.reduce((sum, { weight, best }) => sum + weight * best, 0) / total,
    plainCoverage: plain / Math.max(1, phrasing.words.length),
    amount: Math.min(1, Math.log1p(newPlain) / Math.log1p(40)),
    bestSentence: Math.max(0, ...aligned.map(({ best }) => best)),
    saturated: (1 - Math.exp(-3 * newCoverage)) / (1 - Math.exp(-3)),
    contrary: contraryTo(aligned, passage),
    disordered: coverage < 0.7 ? 0 : disorderOf(phrasing, passage, range),
    exchanged: newCoverage < 0.35 ? 0 : exchangedIn(phrasing, passage, range),
  };
}

/** A phrasing that fits nearly as well may be the one that the text does not contradict. */
const nearlyAsFit = 0.8;
const candidates = 4;

/** The features in the order of `featureNames`; all 0 where the text or the statement has no words. */
export function featuresOf(statement: Statement, passage: Passage, window: Window = wholeOf(passage)): Float64Array {
  const range = tokensIn(passage, window);
  if (range.to === range.from) return new Float64Array(featureNames.length);
  const covers = statement.phrasings
    .map((phrasing) => cover(phrasing, passage, range))
    .sort((a, b) => fitOf(b) - fitOf(a))
    .slice(0, candidates);
  const most = covers[0] ? fitOf(covers[0]) : 0;
  let best: { described: Record<FeatureName, number>; fit: number } | null = null;
  for (const covered of covers) {
    if (most === 0 || fitOf(covered) < nearlyAsFit * most) continue;
    const described = describe(covered, passage, window);
    const fit = fitOf(covered) * (1 - 0.75 * Math.max(described.contrary, described.exchanged));
    if (best === null || fit > best.fit) best = { described, fit };
  }
  const described = best?.described;
  return Float64Array.from(featureNames, (name) => described?.[name] ?? 0);
}
