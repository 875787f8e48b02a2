/**
 * What somebody typed, read for search: its telling words as stems, each with what else it may mean in this field and how
 * much that counts, and misspelled words put right by the words the material has.
 */
import { termsOf } from "../text/synonyms.ts";
import { fold, wordsIn, type Word } from "../text/words.ts";
import { everydayTerms } from "./everyday-terms.ts";
import { longestQuery } from "./query-limit.ts";

/** `weight` is 1 for a word as typed and less for what stands in for it; `origin` is the place of the typed word. */
export type QueryTerm = { key: string; weight: number; origin: number };

export type Query = {
  /** As typed, without markup, misspelled words replaced. */
  text: string;
  /** The telling words, in order, by their stems. */
  words: string[];
  terms: QueryTerm[];
  corrected: { typed: string; read: string }[];
};

/** Why there is nothing to search for. */
export type EmptyQuery = "nothing" | "too-long" | "common-words" | "other-script";

/** `suggest` names a known word for one that is unknown, or null. */
export type ReadOptions = { suggest?: (word: string) => string | null; widening?: Widening | undefined };

/** How much a word of the same meaning, and a field's word for an everyday one, counts beside a word as typed. */
export type Widening = { concept: number; everyday: number };
export const shippedWidening: Widening = { concept: 0.5, everyday: 0.5 };
/** Words as they are typed, and nothing they may stand for. */
export const noWidening: Widening = { concept: 0, everyday: 0 };

/** The key under which passages hold a concept. */
export function conceptKey(concept: number): string {
  return `concept:${concept}`;
}

type Everyday = { keys: string[]; means: string[] };

const keysOf = (text: string) => wordsIn(text).map(({ key }) => key);

const everyday = new Map<string, Everyday[]>();
for (const line of everydayTerms) {
  const [said = "", means = ""] = line.split(" > ");
  for (const phrase of said.split(", ")) {
    const keys = keysOf(phrase);
    const [first] = keys;
    if (first !== undefined) everyday.set(first, [...(everyday.get(first) ?? []), { keys, means: keysOf(means) }]);
  }
}

/** Tags and addresses say nothing about what is looked for. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<\/?[a-z!][^<>]{0,200}>/gi, " ")
    .replace(/https?:\/\/\S+/gi, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, " ");
}

function correct(text: string, suggest: (word: string) => string | null) {
  const corrected: Query["corrected"] = [];
  let fixed = "";
  let from = 0;
  for (const word of wordsIn(text)) {
    const read = word.isFunctionWord || /\d/.test(word.text) ? null : suggest(word.text);
    if (read === null) continue;
    corrected.push({ typed: word.text, read });
    fixed += text.slice(from, word.start) + read;
    from = word.end;
  }
  return { fixed: fixed + text.slice(from), corrected };
}

function meantEveryday(words: readonly Word[]): { means: string[]; origin: number }[] {
  return words.flatMap((word, at) => {
    const fits = ({ keys }: Everyday) => keys.every((key, nth) => words[at + nth]?.key === key);
    return (everyday.get(word.key) ?? []).filter(fits).map(({ means }) => ({ means, origin: word.start }));
  });
}

/** Each key once, at its highest weight. */
function strongest(terms: readonly QueryTerm[]): QueryTerm[] {
  const best = new Map<string, QueryTerm>();
  for (const term of terms) if (term.weight > (best.get(term.key)?.weight ?? 0)) best.set(term.key, term);
  return [...best.values()];
}

/** Reads a query, or says why it cannot be searched for. Never throws. */
export function readQuery(
  typed: string,
  { suggest = () => null, widening = shippedWidening }: ReadOptions = {},
): { ok: true; query: Query } | { ok: false; reason: EmptyQuery } {
  const text = withoutMarkup(typed).replace(/\s+/g, " ").trim();
  if (typed.trim() === "") return { ok: false, reason: "nothing" };
  if (typed.trim().length > longestQuery) return { ok: false, reason: "too-long" };
  if (/\p{L}/u.test(text) && !/[a-z]/i.test(fold(text))) return { ok: false, reason: "other-script" };
  const { fixed, corrected } = correct(text, suggest);
  const all = wordsIn(fixed);
  const telling = all.filter((word) => !word.isFunctionWord);
  const lay = meantEveryday(all);
  if (telling.length === 0 && lay.length === 0)
    return { ok: false, reason: /[\p{L}\d]/u.test(text) ? "common-words" : "nothing" };
  const concepts = termsOf(all).flatMap(({ concept, start }) =>
    concept === null ? [] : [{ key: conceptKey(concept), weight: widening.concept, origin: start }],
  );
  const terms = strongest([
    ...telling.map(({ key, start }) => ({ key, weight: 1, origin: start })),
    ...concepts,
    ...lay.flatMap(({ means, origin }) => means.map((key) => ({ key, weight: widening.everyday, origin }))),
  ]);
  return { ok: true, query: { text: fixed, words: telling.map(({ key }) => key), terms, corrected } };
}
