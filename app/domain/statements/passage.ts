/** A text looked up in the vocabulary of many statements, once. */
import { addLetters, gramPlaces } from "../text/letter-grams.ts";
import type { Reading } from "../text/reading.ts";
import { trustInProse } from "../text/prose.ts";
import { newShareOf, type Book } from "./statement.ts";

export type Place = { at: number; quality: number; isOpposite: boolean };

export type Passage = {
  reading: Reading;
  /** Where each entry of the vocabulary is said, in order. */
  places: readonly (readonly Place[])[];
  /** What each token weighs by itself, without what the question gave away. */
  weights: Float64Array;
  /** The same, as sums up to each token. */
  weightUpTo: Float64Array;
  letters: readonly Float64Array[];
};

/** A sentence is judged as a whole up to `most` words and a rest of `fewest`, a longer one in pieces. */
const unitWords = { fewest: 8, most: 24 };
/** A sentence of fewer words may be a line of a list. */
const lineWords = 4;
/** What a string of terms still counts for. */
const listShare = 0.02;
const runLength = 5;
/** A string of terms is hardly ever likelier to be prose than the lower share; what an odd sentence loses is stretched. */
const doubted = { from: 0.1, until: 0.8 };

/** Lowers the trust in tokens to how surely they are prose together. */
function judgeTogether(trust: Float64Array, { tokens }: Reading, from: number, to: number): void {
  for (const [at, share] of trustInProse(tokens.slice(from, to)).entries()) {
    const heard = (share - doubted.from) / (doubted.until - doubted.from);
    trust[from + at] = Math.min(trust[from + at] ?? 1, 1, Math.max(listShare, heard));
  }
}

/** How far each token is part of a statement, 0 to 1: not in a string of terms, nor copied from the question. */
function trustIn(reading: Reading, copied: ReadonlySet<string>): Float64Array {
  const { tokens } = reading;
  const trust = new Float64Array(tokens.length).fill(1);
  for (const { from, to } of reading.sentences) {
    for (let part = from; part < to; part += unitWords.most) {
      judgeTogether(trust, reading, part, to - part < unitWords.most + unitWords.fewest ? to : part + unitWords.most);
      if (to - part < unitWords.most + unitWords.fewest) break;
    }
  }
  // Lines of a word or two have no order of their own, but together they may be a list.
  let from = -1;
  for (const sentence of [...reading.sentences, null]) {
    const isLine = sentence !== null && sentence.to - sentence.from < lineWords;
    if (isLine && from < 0) from = sentence.from;
    if (from >= 0 && !isLine) {
      judgeTogether(trust, reading, from, sentence?.from ?? tokens.length);
      from = -1;
    }
  }
  for (let at = 0; copied.size > 0 && at + runLength <= tokens.length; at += 1) {
    const run = tokens.slice(at, at + runLength).map(({ text }) => text);
    if (copied.has(run.join(" "))) trust.fill(0, at, at + runLength);
  }
  return trust;
}

const nowhere: readonly Place[] = [];

export function preparePassage(book: Book, reading: Reading, { guarded = true } = {}): Passage {
  const { vocabulary, rarity, asked } = book;
  const places: Place[][] = [];
  const count = reading.tokens.length;
  const trust = guarded ? trustIn(reading, book.copied) : new Float64Array(count).fill(1);
  const weights = new Float64Array(count);
  const weightUpTo = new Float64Array(count + 1);
  const letters = reading.sentences.map(() => new Float64Array(gramPlaces));
  for (const [at, token] of reading.tokens.entries()) {
    const weight = token.isContent ? rarity(token.key) : 0;
    const newWeight = weight * newShareOf(token.key, asked);
    weights[at] = newWeight;
    weightUpTo[at + 1] = (weightUpTo[at] ?? 0) + newWeight;
    const profile = letters[token.sentence];
    if (profile && token.isContent) addLetters(profile, token.key, newWeight * (trust[at] ?? 0));
    if (!token.isContent) continue;
    for (const { entry, quality, isOpposite } of vocabulary.hitsOf(token)) {
      (places[entry] ??= []).push({ at, quality: quality * (trust[at] ?? 0), isOpposite });
    }
  }
  for (let entry = 0; entry < vocabulary.entries.length; entry += 1) places[entry] ??= nowhere as Place[];
  return { reading, places, weights, weightUpTo, letters };
}

/** Sentences `from` up to, not including, `to`. */
export type Window = { from: number; to: number };

export function wholeOf({ reading }: Passage): Window {
  return { from: 0, to: reading.sentences.length };
}

/** The tokens of a window. */
export function tokensIn({ reading }: Passage, { from, to }: Window): { from: number; to: number } {
  const first = reading.sentences[from];
  const last = reading.sentences[to - 1];
  return first && last ? { from: first.from, to: last.to } : { from: 0, to: 0 };
}
