/**
 * How far a text says a statement: the share of the statement's weight that the text's words carry. Words weigh by how
 * rare they are among the statements they must be told apart from; the same word counts in full, another word for the
 * same concept nearly so, a misspelling in part, and a word that is denied in one and asserted in the other by half.
 */
import { deniedWords } from "./polarity.ts";
import { termsOf, type Term } from "./synonyms.ts";
import { wordsIn, type Span } from "./words.ts";

export type SaidTerm = Term & { isDenied: boolean };

/** The terms of a text (or a part of it) that carry meaning. */
export function meaningIn(text: string, span?: Span): SaidTerm[] {
  const words = wordsIn(text, span);
  const denied = deniedWords(text, words);
  const deniedAt = new Map(words.map((word, at) => [word.start, denied[at] ?? false]));
  return termsOf(words)
    .filter((term) => !term.isFunctionWord)
    .map((term) => ({ ...term, isDenied: deniedAt.get(term.start) ?? false }));
}

/** Inverse document frequency of a term over a collection of statements, 0 for one that stands in all of them. */
export type Rarity = (term: Term) => number;

function nameOf(term: Term): string {
  return term.concept === null ? term.key : `concept ${term.concept}`;
}

export function rarityAmong(statements: readonly (readonly Term[])[]): Rarity {
  const counts = new Map<string, number>();
  for (const statement of statements) {
    for (const name of new Set(statement.map(nameOf))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const total = statements.length + 1;
  return (term) => Math.log(1 + total / (1 + (counts.get(nameOf(term)) ?? 0)));
}

const sameConcept = 0.85;
const oppositePolarity = 0.5;
const spellingFloor = 0.7;
const shortestMisspelled = 5;

/** A text prepared for being searched: which terms and concepts it has, asserted or denied. */
export type SaidIndex = {
  byKey: ReadonlyMap<string, Polarities>;
  byConcept: ReadonlyMap<number, Polarities>;
  /** Words that stand for no concept: they may be misspelled. */
  plainKeys: readonly string[];
};

type Polarities = { asserted: boolean; denied: boolean };

function note<K>(map: Map<K, Polarities>, key: K, isDenied: boolean): void {
  const known = map.get(key) ?? { asserted: false, denied: false };
  map.set(key, { asserted: known.asserted || !isDenied, denied: known.denied || isDenied });
}

export function indexSaid(said: readonly SaidTerm[]): SaidIndex {
  const byKey = new Map<string, Polarities>();
  const byConcept = new Map<number, Polarities>();
  for (const { key, concept, isDenied } of said) {
    note(byKey, key, isDenied);
    if (concept !== null) note(byConcept, concept, isDenied);
  }
  const plain = said.filter(({ concept, key }) => concept === null && key.length >= shortestMisspelled);
  return { byKey, byConcept, plainKeys: [...new Set(plain.map(({ key }) => key))] };
}

const trigramsOf = new Map<string, ReadonlySet<string>>();

function trigrams(key: string): ReadonlySet<string> {
  let grams = trigramsOf.get(key);
  if (!grams) {
    const padded = ` ${key} `;
    grams = new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
    if (trigramsOf.size > 50_000) trigramsOf.clear();
    trigramsOf.set(key, grams);
  }
  return grams;
}

/** Dice's coefficient of letter trigrams, 0 to 1: how alike two words are spelled. Short words are too easily alike. */
export function spellingLikeness(a: string, b: string): number {
  if (a.length < shortestMisspelled || b.length < shortestMisspelled || Math.abs(a.length - b.length) > 3) return 0;
  const first = trigrams(a);
  const second = trigrams(b);
  let common = 0;
  for (const gram of first) if (second.has(gram)) common += 1;
  return (2 * common) / (first.size + second.size);
}

function polarityShare({ isDenied }: SaidTerm, said: Polarities): number {
  return (isDenied ? said.denied : said.asserted) ? 1 : oppositePolarity;
}

/** How well a text has a term, 0 to 1. */
export function matchIn(term: SaidTerm, { byKey, byConcept, plainKeys }: SaidIndex): number {
  const same = byKey.get(term.key);
  const exact = same ? polarityShare(term, same) : 0;
  if (exact === 1) return 1;
  const kin = term.concept === null ? undefined : byConcept.get(term.concept);
  if (kin) return Math.max(exact, sameConcept * polarityShare(term, kin));
  if (same || term.concept !== null) return exact;
  let spelled = 0;
  for (const key of plainKeys) spelled = Math.max(spelled, spellingLikeness(term.key, key));
  return spelled >= spellingFloor ? spelled : 0;
}

/** Share of the statement's weight that is said, 0 to 1. `weigh` gives a term its weight. */
export function coverage(statement: readonly SaidTerm[], said: SaidIndex, weigh: Rarity): number {
  let total = 0;
  let covered = 0;
  for (const term of statement) {
    const weight = weigh(term);
    total += weight;
    covered += weight * matchIn(term, said);
  }
  return total === 0 ? 0 : covered / total;
}
