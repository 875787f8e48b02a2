/**
 * A rubric made ready to be looked for in what a candidate says: the words of all its phrasings in one vocabulary, and for
 * each check and red flag its ways of saying it (`met`), its near misses (`notMet`) and what its question names.
 */
import type { Rubric } from "../../scenarios/schema.ts";
import { readText, type Token } from "../../text/reading.ts";
import { vocabularyOf, type Vocabulary } from "../../statements/vocabulary.ts";
import { actsWantedBy, type Acts } from "./speech-act.ts";

export type Part = { entry: number; weight: number; isDenied: boolean };

export type Phrasing = { parts: readonly Part[]; weight: number; order: readonly number[] };

/** The words of several phrasings as one: what many of them share weighs more (the centroid of their vectors). */
export type Centre = { weights: Float64Array; length: number };

export type Target = {
  id: string;
  kind: "check" | "red flag";
  met: readonly Phrasing[];
  notMet: readonly Phrasing[];
  asks: Phrasing;
  centre: Centre;
  notCentre: Centre;
  /** How much more likely a word is in this target than in the whole rubric, as a logarithm. */
  telling: Float64Array;
  acts: Acts;
};

/** A place of a word in a phrasing, with its share of the phrasing's weight. */
export type Posting = { phrasing: number; share: number; isDenied: boolean };

/** The same by word, so that a window is held against all targets at once; rows of a word, a column for each target. */
export type Grid = {
  likeness: Float64Array;
  unlikeness: Float64Array;
  telling: Float64Array;
  isOwn: Uint8Array;
  postings: readonly (readonly Posting[])[];
  /** Numbers of the phrasings by target: first and one past the last. */
  met: readonly Range[];
  notMet: readonly Range[];
  asks: readonly Range[];
  phrasings: number;
};
export type Range = { from: number; to: number };

export type RubricBook = {
  targets: readonly Target[];
  vocabulary: Vocabulary;
  rarity: (token: Token) => number;
  grid: Grid;
};

/** Any figure stands for any other: a right sum in other numbers is found by what is said around it. */
const anyNumber = "#number";

export function contentOf(tokens: readonly Token[]): Token[] {
  return tokens
    .filter(({ isContent }) => isContent)
    .map((token) => (/^\d/.test(token.text) ? { ...token, key: anyNumber, concept: null } : token));
}

const meaningOf = ({ key, concept }: Pick<Token, "key" | "concept">) => (concept === null ? key : `concept ${concept}`);

function phrasingOf(tokens: readonly Token[], { entryOf, entries }: Vocabulary): Phrasing {
  const order = tokens.map(({ key }) => entryOf(key));
  const parts = new Map<number, Part>();
  for (const [at, entry] of order.entries()) {
    const weight = entries[entry]?.weight ?? 0;
    if (!parts.has(entry)) parts.set(entry, { entry, weight, isDenied: tokens[at]?.isDenied ?? false });
  }
  const weight = [...parts.values()].reduce((sum, part) => sum + part.weight, 0);
  return { parts: [...parts.values()], weight, order };
}

function centreOf(phrasings: readonly Phrasing[], size: number): Centre {
  const weights = new Float64Array(size);
  for (const { parts } of phrasings) {
    for (const { entry, weight } of parts) weights[entry] = (weights[entry] ?? 0) + weight / phrasings.length;
  }
  return { weights, length: Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) };
}

/** Share of a target's own phrasings in what is expected of a word in it; the rest is the whole rubric's. */
const ownShare = 0.7;

function tellingOf(met: readonly Phrasing[], frequency: Float64Array): Float64Array {
  const telling = new Float64Array(frequency.length);
  const own = new Float64Array(frequency.length);
  for (const { parts } of met) for (const { entry } of parts) own[entry] = (own[entry] ?? 0) + 1 / met.length;
  for (const [entry, anywhere] of frequency.entries()) {
    telling[entry] = Math.log((ownShare * (own[entry] ?? 0) + (1 - ownShare) * anywhere) / anywhere);
  }
  return telling;
}

function gridOf(targets: readonly Target[], { entries }: Vocabulary): Grid {
  const size = entries.length * targets.length;
  const [likeness, unlikeness, telling] = [0, 0, 0].map(() => new Float64Array(size));
  const isOwn = new Uint8Array(size);
  const postings: Posting[][] = entries.map(() => []);
  let phrasings = 0;
  const file = (all: readonly Phrasing[]): Range => {
    const from = phrasings;
    for (const { parts, weight } of all) {
      for (const part of parts) {
        const share = weight === 0 ? 0 : part.weight / weight;
        postings[part.entry]?.push({ phrasing: phrasings, share, isDenied: part.isDenied });
      }
      phrasings += 1;
    }
    return { from, to: phrasings };
  };
  const ranges = targets.map((target) => ({
    met: file(target.met),
    notMet: file(target.notMet),
    asks: file([target.asks]),
  }));
  const over = (weight: number, length: number) => (length === 0 ? 0 : weight / length);
  for (const [entry, { weight }] of entries.entries()) {
    for (const [at, target] of targets.entries()) {
      const place = entry * targets.length + at;
      const [own, near] = [target.centre.weights[entry] ?? 0, target.notCentre.weights[entry] ?? 0];
      if (likeness) likeness[place] = weight * over(own, target.centre.length);
      if (unlikeness) unlikeness[place] = weight * over(near, target.notCentre.length);
      if (telling) telling[place] = target.telling[entry] ?? 0;
      isOwn[place] = own > 0 ? 1 : 0;
    }
  }
  const none = new Float64Array(0);
  return {
    likeness: likeness ?? none,
    unlikeness: unlikeness ?? none,
    telling: telling ?? none,
    isOwn,
    postings,
    met: ranges.map(({ met }) => met),
    notMet: ranges.map(({ notMet }) => notMet),
    asks: ranges.map(({ asks }) => asks),
    phrasings,
  };
}

const askingFor = /^does the candidate /i;

function itemsOf({ criteria }: Rubric) {
  return criteria.flatMap(({ checks, redFlags }) => [
    ...checks.map((check) => ({ ...check, kind: "check" as const })),
    ...redFlags.map((flag) => ({ ...flag, kind: "red flag" as const })),
  ]);
}

function prepare(rubric: Rubric): RubricBook {
  const read = (text: string) => contentOf(readText(text).tokens);
  const items = itemsOf(rubric).map(({ id, kind, asks, met, notMet }) => ({
    id,
    kind,
    acts: actsWantedBy({ asks, met }),
    asks: read(asks.replace(askingFor, "")),
    met: met.map(read),
    notMet: notMet.map(read),
  }));
  const phrasings = items.flatMap(({ met, notMet }) => [...met, ...notMet]);
  const counts = new Map<string, number>();
  for (const tokens of phrasings) {
    for (const name of new Set(tokens.map(meaningOf))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rarity = (token: Pick<Token, "key" | "concept">) =>
    Math.log(1 + (phrasings.length + 1) / (1 + (counts.get(meaningOf(token)) ?? 0)));
  const tokens = [...phrasings, ...items.map(({ asks }) => asks)].flat();
  const vocabulary = vocabularyOf(tokens, rarity);
  const frequency = Float64Array.from(
    vocabulary.entries,
    (entry) => (counts.get(meaningOf(entry)) ?? 1) / phrasings.length,
  );
  const targets = items.map(({ met, notMet, asks, ...item }): Target => {
    const [said, missed] = [met, notMet].map((side) => side.map((each) => phrasingOf(each, vocabulary)));
    const [own = [], near = []] = [said, missed];
    const size = vocabulary.entries.length;
    const centres = { centre: centreOf(own, size), notCentre: centreOf(near, size) };
    const telling = tellingOf(own, frequency);
    return { ...item, met: own, notMet: near, asks: phrasingOf(asks, vocabulary), ...centres, telling };
  });
  return { targets, vocabulary, rarity, grid: gridOf(targets, vocabulary) };
}

/** Preparing takes longer than comparing, and a rubric never changes. */
const books = new WeakMap<Rubric, RubricBook>();

export function bookOf(rubric: Rubric): RubricBook {
  let book = books.get(rubric);
  if (!book) {
    book = prepare(rubric);
    books.set(rubric, book);
  }
  return book;
}
