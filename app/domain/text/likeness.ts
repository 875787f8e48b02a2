/**
 * Which words of one text stand in another: the same word counts in full, another word for the same concept nearly so, a
 * misspelling in part, and a word that is denied in one and asserted in the other by half. Words weigh by how rare they
 * are among the texts they must be told apart from.
 */
import { deniedWords } from "./polarity.ts";
import { canBeMisspelled, findSpellings, type Spelled } from "./spelling.ts";
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

/** Inverse document frequency of a term over a collection of statements; lowest for one that stands in all of them. */
export type Rarity = (term: Term) => number;

/** What two terms share if they mean the same: their concept, or else their stem. */
export function meaningOf(term: Term): string {
  return term.concept === null ? term.key : `concept ${term.concept}`;
}

export function rarityAmong(statements: readonly (readonly Term[])[]): Rarity {
  const counts = new Map<string, number>();
  for (const statement of statements) {
    for (const name of new Set(statement.map(meaningOf))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const total = statements.length + 1;
  return (term) => Math.log(1 + total / (1 + (counts.get(meaningOf(term)) ?? 0)));
}

const sameConcept = 0.85;
const oppositePolarity = 0.5;

/** The distinct terms of many statements: a text is compared with each once, whatever statements they stand in. */
export type Vocabulary = {
  terms: readonly SaidTerm[];
  /** A term's place among `terms`. */
  placeOf: (term: SaidTerm) => number | undefined;
  byKey: ReadonlyMap<string, readonly number[]>;
  byConcept: ReadonlyMap<number, readonly number[]>;
  spelledLike: (key: string) => readonly Spelled[];
};

function append<K>(map: Map<K, number[]>, key: K, at: number): void {
  const places = map.get(key);
  if (places) places.push(at);
  else map.set(key, [at]);
}

export function vocabularyOf(terms: readonly SaidTerm[]): Vocabulary {
  const nameOf = ({ key, isDenied }: SaidTerm) => (isDenied ? `not ${key}` : key);
  const places = new Map<string, number>();
  const byKey = new Map<string, number[]>();
  const byConcept = new Map<number, number[]>();
  const distinct: SaidTerm[] = [];
  for (const term of terms) {
    const name = nameOf(term);
    if (places.has(name)) continue;
    const at = distinct.push(term) - 1;
    places.set(name, at);
    append(byKey, term.key, at);
    if (term.concept !== null) append(byConcept, term.concept, at);
  }
  // A word that stands for a concept is spelled as the concept's words are.
  const spelledLike = findSpellings(distinct.map(({ key, concept }) => (concept === null ? key : "")));
  return { terms: distinct, placeOf: (term) => places.get(nameOf(term)), byKey, byConcept, spelledLike };
}

/** How well a text has each term of a vocabulary, 0 to 1, by the term's place. */
export type Matches = Float64Array;

function raise(matches: Matches, at: number, match: number): void {
  if (match > (matches[at] ?? 0)) matches[at] = match;
}

export function matchesIn(said: readonly SaidTerm[], vocabulary: Vocabulary): Matches {
  const { terms, byKey, byConcept, spelledLike } = vocabulary;
  const matches = new Float64Array(terms.length);
  for (const { key, concept, isDenied } of said) {
    const shareOf = (at: number) => (terms[at]?.isDenied === isDenied ? 1 : oppositePolarity);
    for (const at of byKey.get(key) ?? []) raise(matches, at, shareOf(at));
    const kin = concept === null ? [] : (byConcept.get(concept) ?? []);
    for (const at of kin) raise(matches, at, sameConcept * shareOf(at));
  }
  // A term that is there as itself is not looked for among misspellings.
  const misspelled = new Set<number>();
  for (const { key, concept } of said) {
    if (concept !== null || !canBeMisspelled(key)) continue;
    for (const { at, likeness } of spelledLike(key)) {
      if (matches[at] === 0) misspelled.add(at);
      if (misspelled.has(at)) raise(matches, at, likeness);
    }
  }
  return matches;
}
