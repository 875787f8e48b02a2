/**
 * The words of an answer that carried a verdict: of the sentences that were read together the one that says most by itself,
 * and of a long sentence the stretch that does.
 */
import { wordsIn } from "../../text/words.ts";
import { nearestPhrasing, type Sight } from "./check-features.ts";
import { findBest, type Finding } from "./check-model.ts";
import type { RubricBook } from "./rubric-book.ts";

const longestQuoteWords = 25;

/** The sentence of the window that speaks most for the target when it is read alone. */
function carryingSight(
  { sight }: Finding,
  at: number,
  { sights, book }: { sights: readonly Sight[]; book: RubricBook },
) {
  const { turn, spans } = sight.window;
  const alone = sights.filter(({ window }) => {
    const [span] = window.spans;
    return window.turn === turn && window.spans.length === 1 && span !== undefined && spans.includes(span);
  });
  return (spans.length > 1 ? findBest(at, alone, book)?.sight : null) ?? sight;
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

export function quotedWords(
  finding: Finding,
  at: number,
  said: { sights: readonly Sight[]; book: RubricBook },
): string {
  const { book } = said;
  const sight = carryingSight(finding, at, said);
  const phrasing = nearestPhrasing(sight, at, book);
  const [span] = sight.window.spans;
  if (!phrasing || !span) return "";
  const { text } = sight.window.turn;
  const words = wordsIn(text, span);
  if (words.length <= longestQuoteWords) return text.slice(span.start, span.end);
  const wanted = new Set(phrasing.parts.map(({ entry }) => book.vocabulary.entries[entry]?.key));
  const start = densestStart(
    words.map(({ key }) => wanted.has(key)),
    longestQuoteWords,
  );
  const last = words[start + longestQuoteWords - 1];
  return text.slice(start === 0 ? span.start : words[start]?.start, last?.end ?? span.end);
}
