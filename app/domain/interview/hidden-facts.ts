/**
 * Which hidden facts a clarifying question asks for. Each sentence of it is held against the ways of asking that the author
 * wrote down, by the same core as answers are against statements, against what would be told, and against the matters that
 * people ask about. What fits no fact better than nothing is the candidate's to assume.
 */
import type { HiddenFact } from "../scenarios/schema.ts";
import { featureNames, featuresOf } from "../statements/features.ts";
import { preparePassage, type Passage } from "../statements/passage.ts";
import { rarityOver } from "../statements/rarity.ts";
import { prepareStatements, type Book } from "../statements/statement.ts";
import { readText } from "../text/reading.ts";
import { sentencesIn, wordsIn } from "../text/words.ts";
import { mattersIn, type Matter } from "./question-matters.ts";

/**
 * A choice between the facts and none of them (multinomial logit), fitted on the development half of the library with each
 * way of asking left out in turn; what a word that no fact knows adds speaks for none.
 */
const weights = { covered: 2.7, asked: 0.12, told: 1.18, matter: 3.6, named: 1.16 };
const none = { constant: 2.76, strangeWord: 1.08 };
/** A question whose words are mostly known to no fact is about something else. */
const mostStrange = 0.5;
/** The chance from which a fact is told. */
const tellFrom = 0.33;

/** Stems of verbs that go with any matter; they say little of what is asked for. */
const lightVerbs = new Set(
  "work offer look take get give need use make go know say see want happen come find tell win".split(" "),
);
const lightShare = 0.25;

/** How far a fact is about each matter; a name says it less surely than a question does. */
type Matters = ReadonlyMap<Matter, number>;
const namedMatter = 0.4;

/** In the book each fact stands twice: first all by how they are asked for, then all by what is told. */
type Prepared = {
  book: Book;
  entries: readonly ReadonlySet<number>[];
  names: readonly ReadonlySet<string>[];
  /** How many facts use a word. */
  knownBy: ReadonlyMap<string, number>;
  matters: readonly Matters[];
  matterInAll: Matters;
};

const nameOf = ({ id }: HiddenFact) => id.replaceAll("-", " ");

function mattersOf(fact: HiddenFact): Matters {
  const shares = new Map<Matter, number>();
  const add = (matter: Matter, share: number) => shares.set(matter, Math.min(1, (shares.get(matter) ?? 0) + share));
  for (const ask of fact.asks) for (const matter of mattersIn(ask)) add(matter, 1 / fact.asks.length);
  for (const matter of mattersIn(nameOf(fact))) add(matter, namedMatter);
  return shares;
}

function prepare(facts: readonly HiddenFact[]): Prepared {
  const sources = [
    ...facts.map((fact) => ({ references: [...fact.asks, nameOf(fact)] })),
    ...facts.map(({ answer }) => ({ references: [answer] })),
  ];
  const texts = facts.map((fact) => [nameOf(fact), ...fact.asks, fact.answer].join("\n"));
  const knownBy = new Map<string, number>();
  for (const text of texts) {
    for (const key of new Set(wordsIn(text).map((word) => word.key))) knownBy.set(key, (knownBy.get(key) ?? 0) + 1);
  }
  const book = prepareStatements(sources, { rarity: rarityOver(texts) });
  const matters = facts.map(mattersOf);
  const matterInAll = new Map<Matter, number>();
  for (const [matter, share] of matters.flatMap((each) => [...each])) {
    matterInAll.set(matter, (matterInAll.get(matter) ?? 0) + share);
  }
  return {
    book,
    entries: book.statements.map(
      ({ phrasings }) => new Set(phrasings.flatMap(({ words }) => words.map(({ entry }) => entry))),
    ),
    names: facts.map((fact) => new Set(wordsIn(nameOf(fact)).map(({ key }) => key))),
    knownBy,
    matters,
    matterInAll,
  };
}

const prepared = new WeakMap<readonly HiddenFact[], Prepared>();

function preparedFor(facts: readonly HiddenFact[]): Prepared {
  let found = prepared.get(facts);
  if (!found) prepared.set(facts, (found = prepare(facts)));
  return found;
}

/** How well each word of the question stands for a word of a statement. */
function matchesOf({ reading, places }: Passage, entries: ReadonlySet<number>): Float64Array {
  const best = new Float64Array(reading.tokens.length);
  for (const entry of entries) {
    for (const { at, quality } of places[entry] ?? []) best[at] = Math.max(best[at] ?? 0, quality);
  }
  return best;
}

const coverageAt = featureNames.indexOf("coverage");

/** A question looked up in the facts: its passage, what it is about, and what each of its words weighs. */
function lookUp(prepared: Prepared, sentence: string) {
  const passage = preparePassage(prepared.book, readText(sentence), { guarded: false });
  const { tokens } = passage.reading;
  const isLight = (at: number) => lightVerbs.has(tokens[at]?.key ?? "");
  const known = matchesOf(passage, new Set(prepared.entries.flatMap((each) => [...each])));
  const places = tokens.flatMap(({ isContent }, at) => (isContent && !isLight(at) ? [at] : []));
  return {
    passage,
    asked: mattersIn(sentence),
    wordWeights: passage.weights.map((weight, at) => weight * (isLight(at) ? lightShare : 1)),
    words: places.length,
    strange: places.filter((at) => known[at] === 0).length,
    common: places.filter((at) => known[at] !== 0).map((at) => tokens[at]?.key ?? ""),
  };
}

type Question = ReturnType<typeof lookUp>;

/** One word in common may be an accident, where there is hardly another, or where it is everybody's. */
function isElsewhere({ words, strange, common }: Question, { knownBy }: Prepared): boolean {
  const isAccident = common.length === 1 && (strange > 0 || (knownBy.get(common[0] ?? "") ?? 0) > 1);
  return isAccident || strange > mostStrange * words;
}

function sumFor(at: number, prepared: Prepared, { passage, asked, wordWeights }: Question): number {
  const { book, entries, names, knownBy, matters, matterInAll } = prepared;
  const weigh = (nth: number) =>
    matchesOf(passage, entries[nth] ?? new Set()).reduce(
      (sum, match, place) => sum + match * (wordWeights[place] ?? 0),
      0,
    );
  let matter = 0;
  for (const each of asked) matter += Math.sqrt(matters[at]?.get(each) ?? 0) / (0.5 + (matterInAll.get(each) ?? 0));
  const named = passage.reading.tokens
    .filter(({ key, isContent }) => isContent && names[at]?.has(key))
    .reduce((sum, { key }) => sum + 1 / (knownBy.get(key) ?? 1), 0);
  return (
    weights.covered * (featuresOf(book.statements[at] ?? { phrasings: [] }, passage)[coverageAt] ?? 0) +
    weights.asked * weigh(at) +
    weights.told * weigh(names.length + at) +
    weights.matter * matter +
    weights.named * named
  );
}

/** The chances of all facts; what is missing to 1 is that of none. */
function chancesOf(facts: readonly HiddenFact[], sentence: string): number[] {
  const prepared = preparedFor(facts);
  const question = lookUp(prepared, sentence);
  if (isElsewhere(question, prepared)) return facts.map(() => 0);
  const sums = facts.map((_, at) => sumFor(at, prepared, question));
  const all = [...sums, none.constant + none.strangeWord * question.strange];
  const most = Math.max(...all);
  const total = all.reduce((sum, each) => sum + Math.exp(each - most), 0);
  return sums.map((each) => Math.exp(each - most) / total);
}

/** Share of words in common from which two questions are the same one. */
const sameQuestionFrom = 0.8;

/** Dice's coefficient of the words of two questions, small words included. */
function questionLikeness(a: string, b: string): number {
  const first = new Set(wordsIn(a).map(({ key }) => key));
  const second = new Set(wordsIn(b).map(({ key }) => key));
  const common = [...first].filter((key) => second.has(key)).length;
  return common === 0 ? 0 : (2 * common) / (first.size + second.size);
}

/** Asked in words that the author wrote down. */
export function isAskedFor({ asks }: HiddenFact, question: string): boolean {
  return asks.some((ask) => questionLikeness(ask, question) >= sameQuestionFrom);
}

/** The facts to tell, in the order they are asked for, each once. */
export function findHiddenFacts(facts: readonly HiddenFact[], question: string): HiddenFact[] {
  const found = new Set<HiddenFact>();
  for (const { start, end } of sentencesIn(question)) {
    const sentence = question.slice(start, end);
    const asWritten = facts.filter((fact) => isAskedFor(fact, sentence));
    const chances = asWritten.length > 0 ? [] : chancesOf(facts, sentence);
    const fitting = facts.filter((_, at) => (chances[at] ?? 0) >= tellFrom);
    for (const fact of asWritten.length > 0 ? asWritten : fitting) found.add(fact);
  }
  return [...found];
}
