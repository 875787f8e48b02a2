/**
 * The pieces of an answer that are held against a rubric: clauses and their neighbours, sentences, and two or three
 * sentences in a row. What only pretends to be an answer is left out before the text is cut, so that nothing bridges it.
 */
import type { Turn } from "../../interview/transcript.ts";
import { readText, type Token } from "../../text/reading.ts";
import { wordsIn, type Span } from "../../text/words.ts";
import type { Hit } from "../../statements/vocabulary.ts";
import { isKeywordList, pretenceIn, touches } from "../evidence/admissible.ts";
import { contentOf, type RubricBook } from "./rubric-book.ts";
import { actsIn, type Acts } from "./speech-act.ts";

/** A word that carries meaning, with what it stands for in the rubric. */
export type SaidWord = {
  hits: readonly Hit[];
  isDenied: boolean;
  weight: number;
  /** Its place among the window's sentences. */ sentence: number;
};

export type Window = {
  turn: Turn;
  /** Where its sentences stand in the turn's text; a clause is shown by its whole sentence. */
  spans: readonly Span[];
  words: readonly SaidWord[];
  /** The length of the vector of its words. */
  length: number;
  acts: Acts;
  /** Whether all it does is ask. */
  onlyAsks: boolean;
};

const longestWindow = 3;
const longestClauses = 2;
/** Fewer words that carry meaning than this say nothing that could be judged. */
const fewestWords = 3;
/** Lines of so few words, several in a row, are a list written downwards. */
const shortLineWords = 2;
const listLines = 4;

type Sentence = { span: Span; words: SaidWord[]; clauses: SaidWord[][]; text: string };

function listedLines(text: string, spans: readonly Span[]): Set<number> {
  const listed = new Set<number>();
  let run: number[] = [];
  for (const [at, span] of [...spans, null].entries()) {
    if (span && wordsIn(text, span).length <= shortLineWords) run.push(at);
    else {
      if (run.length >= listLines) for (const place of run) listed.add(place);
      run = [];
    }
  }
  return listed;
}

const listedShare = 0.5;
const partsOfList = 5;
const shortPartWords = 3;
const functionWordShare = 0.25;

/** A row of short parts between commas with hardly a word to join them. */
function isRowOfTerms(text: string, span: Span): boolean {
  const parts = text.slice(span.start, span.end).split(/[,;|/\u00b7\u2022]/);
  if (parts.length < partsOfList) return false;
  const words = wordsIn(text, span);
  const short = parts.filter((part) => wordsIn(part).length <= shortPartWords).length;
  const joining = words.filter(({ isFunctionWord }) => isFunctionWord).length;
  return short >= 0.8 * parts.length && joining < functionWordShare * words.length;
}

/** Sentences that are lists of terms; all of a turn that mostly consists of them. */
function listsIn(turn: Turn, spans: readonly Span[], pretence: readonly Span[]): Set<number> {
  if (turn.kind === "diagram") return new Set();
  const { text } = turn;
  const lists = listedLines(text, spans);
  for (const [at, span] of spans.entries()) if (isKeywordList(text, span) || isRowOfTerms(text, span)) lists.add(at);
  const lengthOf = (places: Iterable<number>) =>
    [...places].reduce((sum, at) => sum + wordsIn(text, spans[at]).length, 0);
  const meant = [...spans.keys()].filter((at) => !touches(spans[at] ?? { start: 0, end: 0 }, pretence));
  const listed = meant.filter((at) => lists.has(at));
  const isStuffed = listed.length > 0 && lengthOf(listed) >= listedShare * lengthOf(meant);
  return isStuffed ? new Set(spans.keys()) : lists;
}

const newParagraph = /\n[^\S\n]*\n/;

/** Runs of admissible sentences; what stands between them parts them. */
function sentencesOf(turn: Turn, { vocabulary, rarity }: RubricBook, repeated: readonly Span[]): Sentence[][] {
  const { text } = turn;
  const pretence = pretenceIn(turn);
  const { sentences, tokens } = readText(text);
  const listed = listsIn(
    turn,
    sentences.map(({ span }) => span),
    pretence,
  );
  const runs: Sentence[][] = [[]];
  for (const [at, { from, to, span }] of sentences.entries()) {
    const before = sentences[at - 1]?.span.end ?? 0;
    if (newParagraph.test(text.slice(before, span.start))) runs.push([]);
    const isOut = touches(span, pretence) || listed.has(at) || touches(span, repeated);
    if (isOut) {
      runs.push([]);
      continue;
    }
    const clauses = new Map<number, SaidWord[]>();
    const words = contentOf(tokens.slice(from, to)).map((token: Token): SaidWord => {
      const word = {
        hits: vocabulary.hitsOf(token),
        isDenied: token.isDenied,
        weight: rarity(token),
        sentence: 0,
      };
      clauses.set(token.clause, [...(clauses.get(token.clause) ?? []), word]);
      return word;
    });
    runs.at(-1)?.push({ span, words, clauses: [...clauses.values()], text: text.slice(span.start, span.end) });
  }
  return runs;
}

const endsInQuestion = /\?["')\]\u201d]*$/;

type Read = { spans: Span[]; words: SaidWord[]; acts: Acts };

function windowOf(turn: Turn, { spans, words, acts }: Read): Window {
  const length = Math.sqrt(words.reduce((sum, { weight }) => sum + weight * weight, 0));
  const onlyAsks = spans.every(({ start, end }) => endsInQuestion.test(turn.text.slice(start, end)));
  return { turn, spans, words, length, acts, onlyAsks };
}

function clausesOf(turn: Turn, { span, clauses, text }: Sentence): Window[] {
  const windows: Window[] = [];
  const acts = actsIn(text);
  for (let from = 0; clauses.length > 1 && from < clauses.length; from += 1) {
    const last = Math.min(from + longestClauses, clauses.length);
    for (let to = from + 1; to <= last && to - from < clauses.length; to += 1) {
      windows.push(windowOf(turn, { spans: [span], words: clauses.slice(from, to).flat(), acts }));
    }
  }
  return windows;
}

/** `repeated` are the parts of the turn that only say again what was given. */
export function windowsOf(turn: Turn, book: RubricBook, repeated: readonly Span[] = []): Window[] {
  const windows: Window[] = [];
  for (const run of sentencesOf(turn, book, repeated)) {
    const acts = run.map(({ text }) => actsIn(text));
    for (let from = 0; from < run.length; from += 1) {
      for (let to = from + 1; to <= Math.min(from + longestWindow, run.length); to += 1) {
        const sentences = run.slice(from, to);
        const done = acts.slice(from, to);
        const joined = (acts[0] ?? []).map((_, act) => Math.max(...done.map((each) => each[act] ?? 0)));
        const spans = sentences.map(({ span }) => span);
        const words = sentences.flatMap((sentence, nth) => sentence.words.map((word) => ({ ...word, sentence: nth })));
        windows.push(windowOf(turn, { spans, words, acts: joined }));
      }
      const sentence = run[from];
      if (sentence) windows.push(...clausesOf(turn, sentence));
    }
  }
  return windows.filter(({ words }) => words.length >= fewestWords);
}
