/**
 * Choosing words without a pointer and without a caret: by sentences of the candidate, in the order of the transcript, and
 * then by words at either end. A drawing is one sentence of one word.
 */
import type { ReadTurn } from "../review-view.ts";
import { sentencesIn } from "#app/domain/text/words.ts";

export type Place = { seq: number; start: number; end: number };

export type Pickable = readonly Pick<ReadTurn, "seq" | "speaker" | "kind" | "text">[];

/** From sentence to sentence, both included, without so many words at the start and at the end. */
export type Picked = { anchor: number; head: number; fromStart: number; fromEnd: number };

export type PickMove =
  | "next"
  | "previous"
  | "extend"
  | "extend-back"
  | "next-answer"
  | "previous-answer"
  | "first"
  | "last"
  | "start-later"
  | "start-earlier"
  | "end-earlier"
  | "end-later";

/** Everything the candidate said, sentence by sentence. */
export function sentencesOf(turns: Pickable): Place[] {
  return turns
    .filter(({ speaker }) => speaker === "candidate")
    .flatMap(({ seq, kind, text }) => {
      if (kind === "diagram") return text.trim() === "" ? [] : [{ seq, start: 0, end: text.length }];
      return sentencesIn(text).map(({ start, end }) => ({ seq, start, end }));
    });
}

export const pickAt = (sentence: number): Picked => ({ anchor: sentence, head: sentence, fromStart: 0, fromEnd: 0 });

function wordsIn(turns: Pickable, { seq, start, end }: Place): Place[] {
  const turn = turns.find((each) => each.seq === seq);
  if (!turn || turn.kind === "diagram") return [{ seq, start, end }];
  return [...turn.text.slice(start, end).matchAll(/\S+/g)].map((word) => ({
    seq,
    start: start + word.index,
    end: start + word.index + word[0].length,
  }));
}

function sentencesPicked({ anchor, head }: Picked, sentences: readonly Place[]): readonly Place[] {
  return sentences.slice(Math.min(anchor, head), Math.max(anchor, head) + 1);
}

/** The words that are picked, as one place a turn. */
export function placesOf(picked: Picked, turns: Pickable): Place[] {
  const words = sentencesPicked(picked, sentencesOf(turns)).flatMap((sentence) => wordsIn(turns, sentence));
  const places: Place[] = [];
  for (const word of words.slice(picked.fromStart, words.length - picked.fromEnd)) {
    const last = places.at(-1);
    if (last?.seq === word.seq) last.end = word.end;
    else places.push({ ...word });
  }
  return places;
}

function answerFrom(at: number, step: 1 | -1, sentences: readonly Place[]): number {
  const here = sentences[at]?.seq;
  const isFirst = (index: number) => sentences[index - 1]?.seq !== sentences[index]?.seq;
  for (let index = at + step; index >= 0 && index < sentences.length; index += step) {
    if (sentences[index]?.seq !== here && isFirst(index)) return index;
  }
  return at;
}

/** One word more or less at an end, so that at least one stays. */
function trim(picked: Picked, move: PickMove, turns: Pickable): Picked {
  const all = sentencesPicked(picked, sentencesOf(turns)).flatMap((sentence) => wordsIn(turns, sentence)).length;
  const { fromStart, fromEnd } = picked;
  const canLose = all - fromStart - fromEnd > 1;
  if (move === "start-later") return canLose ? { ...picked, fromStart: fromStart + 1 } : picked;
  if (move === "end-earlier") return canLose ? { ...picked, fromEnd: fromEnd + 1 } : picked;
  if (move === "start-earlier") return { ...picked, fromStart: Math.max(0, fromStart - 1) };
  return { ...picked, fromEnd: Math.max(0, fromEnd - 1) };
}

export function movePicked(picked: Picked, move: PickMove, turns: Pickable): Picked {
  const sentences = sentencesOf(turns);
  const last = sentences.length - 1;
  const { anchor, head } = picked;
  switch (move) {
    case "next":
      return pickAt(Math.min(last, Math.max(anchor, head) + 1));
    case "previous":
      return pickAt(Math.max(0, Math.min(anchor, head) - 1));
    case "extend":
      return { ...pickAt(anchor), head: Math.min(last, head + 1) };
    case "extend-back":
      return { ...pickAt(anchor), head: Math.max(0, head - 1) };
    case "next-answer":
      return pickAt(answerFrom(head, 1, sentences));
    case "previous-answer":
      return pickAt(answerFrom(head, -1, sentences));
    case "first":
      return pickAt(0);
    case "last":
      return pickAt(last);
    default:
      return trim(picked, move, turns);
  }
}
