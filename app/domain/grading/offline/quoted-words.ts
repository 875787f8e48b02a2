/** The words of an answer that carried a verdict: a sentence, or of a long one the stretch that says most. */
import { wordsIn, type Span } from "../../text/words.ts";
import { coverageOf, nearestPhrasing, saidIn } from "./check-features.ts";
import type { Finding } from "./check-model.ts";
import type { Phrasing, RubricBook } from "./rubric-book.ts";
import type { Window } from "./window.ts";

const longestQuoteWords = 25;

/** The sentence of the window that has most of the phrasing. */
function carryingSpan({ spans, words }: Window, phrasing: Phrasing, size: number): Span | undefined {
  const shares = spans.map((_, nth) =>
    coverageOf(phrasing, saidIn({ words: words.filter(({ sentence }) => sentence === nth) }, size)),
  );
  return spans[shares.indexOf(Math.max(...shares))];
}

/** Where the words begin that have most hits among so many in a row; the earliest such place. */
function densestStart(hits: readonly boolean[], length: number): number {
  let [best, most] = [0, -1];
  for (let start = 0; start + length <= hits.length; start += 1) {
    const count = hits.slice(start, start + length).filter(Boolean).length;
    if (count > most) [best, most] = [start, count];
  }
  return best;
}

export function quotedWords({ sight }: Finding, at: number, book: RubricBook): string {
  const { window } = sight;
  const { vocabulary } = book;
  const phrasing = nearestPhrasing(sight, at, book);
  if (!phrasing) return "";
  const span = carryingSpan(window, phrasing, vocabulary.entries.length);
  if (!span) return "";
  const { text } = window.turn;
  const words = wordsIn(text, span);
  if (words.length <= longestQuoteWords) return text.slice(span.start, span.end);
  const wanted = new Set(phrasing.parts.map(({ entry }) => vocabulary.entries[entry]?.key));
  const start = densestStart(
    words.map(({ key }) => wanted.has(key)),
    longestQuoteWords,
  );
  const last = words[start + longestQuoteWords - 1];
  return text.slice(start === 0 ? span.start : words[start]?.start, last?.end ?? span.end);
}
