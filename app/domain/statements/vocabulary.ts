/**
 * The distinct words of many statements, and which of them a text's word stands for: the word itself, another spelling,
 * another word for the same, or its opposite. A text is looked up once, whatever number of statements it is compared with.
 */
import { stemmer } from "stemmer";
import { oppositesOf, sameSayingAs } from "../text/everyday.ts";
import type { Token } from "../text/reading.ts";
import { canBeMisspelled, findSpellings, spellingFloor, type Spelled } from "../text/spelling.ts";

/** How telling a word is, by its key; rarer words tell more. */
export type Rarity = (key: string) => number;

export type Entry = { key: string; concept: number | null; weight: number };

/** A word of the text stands for an entry this well; `isOpposite` where it says the reverse. */
export type Hit = { entry: number; quality: number; isOpposite: boolean };

export type Vocabulary = {
  entries: readonly Entry[];
  entryOf: (key: string) => number;
  hitsOf: (token: Token) => Hit[];
};

const quality = { sameSaying: 0.85, concept: 0.85, opposite: 0.4 };
const knownMost = 20_000;

const denyingPrefix = /^(?:un|in|im|ir|dis|non)(?=\p{L}{4})/u;

function oppositeKeys({ key, text }: Pick<Token, "key" | "text">): string[] {
  const bare = text.replace(denyingPrefix, "");
  return bare === text ? [...oppositesOf(key)] : [...oppositesOf(key), stemmer(bare)];
}

type Lookup = {
  places: ReadonlyMap<string, number>;
  byConcept: ReadonlyMap<number, number[]>;
  byOpposite: ReadonlyMap<string, number[]>;
  spelledLike: (key: string) => readonly Spelled[];
};

function find(token: Token, { places, byConcept, byOpposite, spelledLike }: Lookup): Hit[] {
  const hits = new Map<number, Hit>();
  const opposites = new Set([
    ...oppositeKeys(token).map((key) => places.get(key)),
    ...(byOpposite.get(token.key) ?? []),
  ]);
  const add = (entry: number | undefined, quality: number, isOpposite = false) => {
    if (entry === undefined || (hits.get(entry)?.quality ?? 0) >= quality) return;
    hits.set(entry, { entry, quality, isOpposite });
  };
  // Cheap and expensive are one concept of the field, but not the same.
  const addAlike = (entry: number | undefined, quality: number) => {
    if (!opposites.has(entry)) add(entry, quality);
  };
  add(places.get(token.key), 1);
  for (const key of sameSayingAs(token.key)) addAlike(places.get(key), quality.sameSaying);
  if (token.concept !== null) for (const entry of byConcept.get(token.concept) ?? []) addAlike(entry, quality.concept);
  for (const entry of opposites) add(entry, quality.opposite, true);
  if (hits.size === 0 && token.isContent && canBeMisspelled(token.key)) {
    for (const { at, likeness } of spelledLike(token.key)) if (likeness >= spellingFloor) add(at, likeness);
  }
  return [...hits.values()];
}

export function vocabularyOf(tokens: readonly Token[], weigh: (token: Token) => number): Vocabulary {
  const entries: Entry[] = [];
  const places = new Map<string, number>();
  const byConcept = new Map<number, number[]>();
  const byOpposite = new Map<string, number[]>();
  for (const token of tokens) {
    if (places.has(token.key)) continue;
    const entry = entries.push({ key: token.key, concept: token.concept, weight: weigh(token) }) - 1;
    places.set(token.key, entry);
    if (token.concept !== null) byConcept.set(token.concept, [...(byConcept.get(token.concept) ?? []), entry]);
    const bare = token.text.replace(denyingPrefix, "");
    if (bare !== token.text) byOpposite.set(stemmer(bare), [...(byOpposite.get(stemmer(bare)) ?? []), entry]);
  }
  const lookup = { places, byConcept, byOpposite, spelledLike: findSpellings(entries.map(({ key }) => key)) };
  const known = new Map<string, Hit[]>();
  return {
    entries,
    entryOf: (key) => places.get(key) ?? -1,
    hitsOf: (token) => {
      const name = token.concept === null ? token.key : `${token.key} ${token.concept}`;
      let hits = known.get(name);
      if (!hits) {
        hits = find(token, lookup);
        if (known.size > knownMost) known.clear();
        known.set(name, hits);
      }
      return hits;
    },
  };
}
