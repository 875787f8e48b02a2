import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { quoteAt, type ReviewQuote } from "#app/domain/review/quotes.ts";
import type { ReadTurn } from "../review-view.ts";
import { movePicked, pickAt, placesOf, sentencesOf, type Picked, type PickMove, type Place } from "./picking.ts";
import { useSelectedPlaces } from "./use-selected-places.ts";

export type Quoting = {
  isPicking: boolean;
  /** Where the words are that are chosen by keys or selected on the page. */
  places: readonly Place[];
  /** These words; empty when there are none. */
  words: string;
  startPicking: () => void;
  move: (move: PickMove) => void;
  clear: () => void;
  /** The chosen words as quotes; what is longer than a quote may be is left out. */
  quotes: () => ReviewQuote[];
};

/** The first sentence that can be seen, so that picking begins where somebody reads. */
function firstInView(transcript: HTMLElement | null, sentences: readonly Place[]): number {
  const paragraphs = [...(transcript?.querySelectorAll<HTMLElement>("p[data-from]") ?? [])];
  const seen = paragraphs.find((paragraph) => paragraph.getBoundingClientRect().bottom > innerHeight / 4);
  if (!seen) return 0;
  const [seq, from] = [Number(seen.dataset["seq"]), Number(seen.dataset["from"])];
  return Math.max(
    0,
    sentences.findIndex((sentence) => sentence.seq === seq && sentence.start >= from),
  );
}

/** Words of the candidate that are chosen: by mouse or touch, or sentence by sentence with keys. */
export function useQuoting(turns: readonly ReadTurn[], transcript: RefObject<HTMLElement>): Quoting {
  const selected = useSelectedPlaces(transcript);
  const [picked, setPicked] = useState<Picked | null>(null);
  const last = useRef<Picked | null>(null);
  const places = useMemo(
    () => (picked ? placesOf(picked, turns) : selected.map((place) => wholeWords(place, turns))),
    [picked, selected, turns],
  );
  const words = useMemo(() => wordsAt(places, turns), [places, turns]);

  useEffect(() => {
    if (picked) last.current = picked;
  }, [picked]);

  const startPicking = useCallback(() => {
    const sentences = sentencesOf(turns);
    if (sentences.length === 0) return;
    getSelection()?.removeAllRanges();
    setPicked(pickAt(last.current?.head ?? firstInView(transcript.current, sentences)));
  }, [turns, transcript]);

  return {
    isPicking: picked !== null,
    places,
    words,
    startPicking,
    move: (move) => setPicked((before) => before && movePicked(before, move, turns)),
    clear: () => {
      setPicked(null);
      getSelection()?.removeAllRanges();
    },
    quotes: () => places.flatMap((place) => quotesAt(place, turns)),
  };
}

const ofAWord = /[\p{L}\p{N}’'-]/u;

/** A hand on a mouse, or a finger, seldom meets the edge of a word. */
function wholeWords(place: Place, turns: readonly ReadTurn[]): Place {
  const text = turns.find(({ seq }) => seq === place.seq)?.text ?? "";
  let { start, end } = place;
  const isInside = (at: number) =>
    at > 0 && at < text.length && ofAWord.test(text.charAt(at - 1)) && ofAWord.test(text.charAt(at));
  while (isInside(start)) start -= 1;
  while (isInside(end)) end += 1;
  return { ...place, start, end };
}

function quotesAt(place: Place, turns: readonly ReadTurn[]): ReviewQuote[] {
  const turn = turns.find(({ seq }) => seq === place.seq);
  const quote = turn ? quoteAt(turn, place) : null;
  return quote ? [quote] : [];
}

function wordsAt(places: readonly Place[], turns: readonly ReadTurn[]): string {
  return places
    .map(({ seq, start, end }) => {
      const turn = turns.find((each) => each.seq === seq);
      return turn?.kind === "diagram" ? "The candidate’s diagram" : (turn?.text.slice(start, end) ?? "");
    })
    .join(" ");
}
