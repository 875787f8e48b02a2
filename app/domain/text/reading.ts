/**
 * A text read once, for comparison with many statements: its words in order, each with its sentence, its clause, and
 * whether it stands denied there. A cue reaches over the rest of its clause, two cues cancel out.
 */
import { assertedBefore, denialOfSentence, deniesTheSentenceBefore, isDenialCue } from "./denial.ts";
import { readAsDrawn } from "./letters.ts";
import { termsOf } from "./synonyms.ts";
import { fold, sentencesIn, wordsIn, type Span, type Word } from "./words.ts";

export type Token = {
  key: string;
  /** As it stands, folded. */
  text: string;
  /** Concept of the field, of the word itself or of the phrase that it is part of. */
  concept: number | null;
  /** Whether it carries meaning by itself. */
  isContent: boolean;
  /** Whether it denies what follows. */
  isCue: boolean;
  sentence: number;
  clause: number;
  /** Whether punctuation stands before it. */
  followsPause: boolean;
  /** Whether it stands after what denies, in the same clause. */
  isDenied: boolean;
  /** Whether its clause as a whole is denied. */
  isTurned: boolean;
};

export type Sentence = { from: number; to: number; span: Span };

/** `sentences` name the first token of each, and one past its last. */
export type Reading = { tokens: readonly Token[]; sentences: readonly Sentence[] };

const wordList = (words: string) => new Set(words.split(/\s+/).filter(Boolean));
const clauseOpeners = wordList(
  "but because so then while whereas which although though if since unless until instead however therefore hence",
);
/** "and" with one of these begins a clause of its own. */
const auxiliaries = wordList(
  "is are was were must can cannot will would should may might has have does do did isn't aren't doesn't don't never not",
);
/** Pronouns that begin a clause with or without a joining word. */
const subjects = wordList("they we he she i");
const joinsSubject = wordList("that if do does did not");
/** Words of relation and amount that carry meaning although a list of function words has them. */
const telling = wordList(
  "above after all before below both down each every few less many more most off once only other out over same up under own no not never none without",
);

const punctuation = /[,;:.!?()\n\u2013\u2014]/;
/** Words that a cue reaches at most. */
const reach = 9;

function opensClause(words: readonly Word[], at: number): boolean {
  const [text, before, next] = [words[at]?.text ?? "", words[at - 1]?.text ?? "", words[at + 1]?.text ?? ""];
  if (clauseOpeners.has(text)) return true;
  if (text === "and" || text === "or") return auxiliaries.has(next);
  return subjects.has(text) && !joinsSubject.has(before);
}

function conceptsOf(words: readonly Word[]): (number | null)[] {
  const terms = termsOf(words);
  let nth = 0;
  return words.map((word) => {
    while (nth + 1 < terms.length && (terms[nth + 1]?.start ?? 0) <= word.start) nth += 1;
    return terms[nth]?.concept ?? null;
  });
}

function readSentence(text: string, span: Span, first: { sentence: number; clause: number }): Token[] {
  const words = wordsIn(text, span);
  const concepts = conceptsOf(words);
  const folded = fold(text.slice(span.start, span.end));
  const deniedFrom = denialOfSentence(folded);
  const opening = deniedFrom === null ? -1 : words.filter(({ end }) => end <= span.start + deniedFrom).length;
  const assertedTo = deniedFrom === null ? span.end : span.start + assertedBefore(folded, deniedFrom);
  const turnedClauses = new Set<number>();
  let clause = first.clause;
  let scopes: number[] = [];
  const tokens = words.map((word, at) => {
    const before = words[at - 1];
    const followsPause = !before || punctuation.test(text.slice(before.end, word.start));
    if (before && (followsPause || opensClause(words, at))) {
      clause += 1;
      scopes = [];
    }
    const drawn = readAsDrawn(word.text);
    const isDenied = scopes.length % 2 === 1;
    scopes = scopes.map((left) => left - 1).filter((left) => left > 0);
    const isAsserted = word.end <= assertedTo;
    const isCue =
      (isAsserted || at >= opening) &&
      (isDenialCue(drawn, words[at + 1]?.text ?? "") ||
        (drawn === "than" && before?.text === "rather") ||
        (drawn === "of" && before?.text === "instead"));
    if (isCue) {
      scopes.push(reach);
      if (!turnedClauses.delete(clause)) turnedClauses.add(clause);
    }
    return {
      key: word.key,
      text: drawn,
      concept: concepts[at] ?? null,
      isContent: (isAsserted || at >= opening) && (!word.isFunctionWord || telling.has(drawn)),
      isCue,
      sentence: first.sentence,
      clause,
      followsPause,
      isDenied: isDenied === isAsserted,
      isTurned: !isAsserted,
    };
  });
  // "Without a test set we cannot tell" asserts what it needs.
  const isCondition = tokens[0]?.text === "without" && turnedClauses.size > 1;
  if (isCondition) return tokens.map((token) => ({ ...token, isDenied: token.isTurned }));
  return tokens.map((token) => ({ ...token, isTurned: turnedClauses.has(token.clause) !== token.isTurned }));
}

/** Reads a text; sentences that `skip` holds of are left out as if they were not there. */
export function readText(text: string, skip: (sentence: string) => boolean = () => false): Reading {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (const span of sentencesIn(text)) {
    const sentence = text.slice(span.start, span.end);
    if (skip(sentence)) continue;
    const previous = sentences.at(-1);
    if (previous && deniesTheSentenceBefore(fold(sentence))) {
      const turned = tokens.slice(previous.from, previous.to).map((token) => ({
        ...token,
        isDenied: !token.isDenied,
        isTurned: !token.isTurned,
      }));
      tokens.splice(previous.from, turned.length, ...turned);
      continue;
    }
    const read = readSentence(text, span, { sentence: sentences.length, clause: (tokens.at(-1)?.clause ?? -1) + 1 });
    if (read.length === 0) continue;
    sentences.push({ from: tokens.length, to: tokens.length + read.length, span });
    tokens.push(...read);
  }
  return { tokens, sentences };
}
