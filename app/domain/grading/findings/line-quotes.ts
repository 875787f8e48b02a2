/** Lines of a diagram as quotes of the turn it stands in, long enough to prove something and short enough to show. */
import { lineStarts } from "../../diagrams/reading.ts";
import { wordsIn } from "../../text/words.ts";
import type { DiagramSource } from "./diagram-sources.ts";
import { fewestWords } from "../evidence/evidence.ts";
import type { Quote } from "../quote.ts";

/** A line of a diagram is rarely longer; of one that is, its beginning is shown. */
const longestQuoteWords = 25;
/** How many lines one finding points at, and how many lines one quote takes to reach its words. */
const mostQuotes = 6;
const mostLines = 12;

/** Lines count from 1. A line of a single word, as in a chain with a box a line, is quoted with its neighbours. */
export function quoteLines({ seq, start, source }: DiagramSource, lines: readonly number[]): Quote[] {
  const starts = lineStarts(source);
  const quotes = lines.slice(0, mostQuotes).flatMap((line) => {
    const span = spanOf(source, starts, line);
    return span
      ? [{ text: source.slice(span.start, span.end), seq, start: start + span.start, end: start + span.end }]
      : [];
  });
  return quotes.filter((quote, at) => quotes.findIndex((other) => other.start === quote.start) === at);
}

function spanOf(source: string, starts: readonly number[], line: number) {
  for (let first = line, last = line; last - first < mostLines;) {
    const span = trimmed(source, starts[first - 1] ?? 0, (starts[last] ?? source.length + 1) - 1);
    const words = wordsIn(source, span);
    if (words.length >= fewestWords) {
      const cut = words.length > longestQuoteWords ? words[longestQuoteWords - 1]?.end : undefined;
      return { start: span.start, end: cut ?? span.end };
    }
    if (last < starts.length) last += 1;
    else if (first > 1) first -= 1;
    else return null;
  }
  return null;
}

function trimmed(text: string, from: number, to: number) {
  const raw = text.slice(from, to);
  return { start: from + (raw.length - raw.trimStart().length), end: from + raw.trimEnd().length };
}
