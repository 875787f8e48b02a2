/**
 * Passages by the words they share with a query: BM25+ (Lv and Zhai, 2011) by MiniSearch over stems and over concepts of
 * the field, rarer ones counting more, and those of a heading more than those of the text.
 */
import MiniSearch from "minisearch";
import { termsOf } from "../text/synonyms.ts";
import { wordsIn } from "../text/words.ts";
import type { Passage } from "./passage.ts";
import { conceptKey, type Query, type QueryTerm } from "./query.ts";

/** `at` is a passage's place in the list that was indexed. */
export type Candidate = { at: number; score: number };

type Document = { id: number; heading: string; title: string; also: string; text: string };

export type LexicalIndex = {
  search: (query: Query, limit: number) => Candidate[];
  /** How telling a stem or concept is among the passages: its inverse document frequency, 0 where no passage has it. */
  rarity: (key: string) => number;
  /** The stems and concepts of each passage, by its place. */
  keys: readonly ReadonlySet<string>[];
  headingKeys: readonly ReadonlySet<string>[];
};

const fields = ["heading", "title", "also", "text"] as const;
/** How much a word counts by where it stands. */
const boost = { heading: 2.5, title: 1, also: 2, text: 1 };

/** The stems of a text's telling words, and the concepts they stand for. */
export function keysIn(text: string): string[] {
  const words = wordsIn(text);
  const stems = words.filter(({ isFunctionWord }) => !isFunctionWord).map(({ key }) => key);
  const concepts = termsOf(words).flatMap(({ concept }) => (concept === null ? [] : [conceptKey(concept)]));
  return [...stems, ...concepts];
}

function documentOf(passage: Passage, id: number): Document {
  const { heading, title, also, text } = passage;
  const write = (part: string) => keysIn(part).join(" ");
  return { id, heading: write(heading), title: write(title), also: write(also.join(". ")), text: write(text) };
}

export function buildLexicalIndex(passages: readonly Passage[]): LexicalIndex {
  const index = new MiniSearch<Document>({
    fields: [...fields],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term || null,
  });
  index.addAll(passages.map(documentOf));
  const headingKeys = passages.map(({ heading, also }) => new Set(keysIn([heading, ...also].join(". "))));
  const keys = passages.map((each) => new Set(keysIn([each.heading, each.title, ...each.also, each.text].join(". "))));
  const holders = new Map<string, number>();
  for (const set of keys) for (const key of set) holders.set(key, (holders.get(key) ?? 0) + 1);
  const rarity = (key: string) => {
    const count = holders.get(key) ?? 0;
    return count === 0 ? 0 : Math.log(1 + (passages.length - count + 0.5) / (count + 0.5));
  };
  return {
    rarity,
    keys,
    headingKeys,
    search: ({ terms }, limit) => searchFor(index, terms).slice(0, limit),
  };
}

function searchFor(index: MiniSearch<Document>, terms: readonly QueryTerm[]): Candidate[] {
  const weights = new Map(terms.map(({ key, weight }) => [key, weight]));
  const found = index.search(terms.map(({ key }) => key).join(" "), {
    boost,
    fuzzy: false,
    prefix: false,
    boostTerm: (term) => weights.get(term) ?? 1,
  });
  return found.map(({ id, score }) => ({ at: Number(id), score }));
}
