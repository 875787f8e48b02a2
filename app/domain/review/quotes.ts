/**
 * The words of a candidate that a reviewer rests a level on: places in turns of the transcript, by criterion. The words
 * are kept with their place, so that a quote stands for itself wherever it is read; they are always those at the place.
 */
import { z } from "zod";
import type { Turn } from "../interview/transcript.ts";
import { storable } from "../text/storable.ts";

/** Of one criterion. */
export const mostQuotes = 20;
export const maxQuoteChars = 4_000;

export const ReviewQuoteSchema = z.object({
  seq: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
  text: z
    .string()
    .min(1)
    .max(maxQuoteChars)
    .refine((text) => storable(text) === text),
});

/** Characters `start` to `end` of the turn `seq`, and what they say. */
export type ReviewQuote = z.infer<typeof ReviewQuoteSchema>;

/** By criterion id. */
export const ReviewQuotesSchema = z.record(z.string(), z.array(ReviewQuoteSchema).max(mostQuotes));
export type ReviewQuotes = z.infer<typeof ReviewQuotesSchema>;

/** The drawings of a transcript by turn: what is quoted of one is shown as it is drawn, and not as its source. */
export type Drawings = ReadonlyMap<number, string>;

export function drawingsIn(turns: readonly { seq: number; kind: string; text: string }[]): Drawings {
  return new Map(turns.filter(({ kind }) => kind === "diagram").map(({ seq, text }) => [seq, text]));
}

export type QuotableTurn = Pick<Turn, "seq" | "speaker" | "text">;

export type QuoteProblem = { criterion: string; message: string };

/** What is no quote: words that are not the candidate's, or not at the place that is named. */
export function checkQuotes(
  quotes: Readonly<Record<string, readonly ReviewQuote[]>>,
  turns: readonly QuotableTurn[],
): QuoteProblem[] {
  const said = new Map(turns.filter(({ speaker }) => speaker === "candidate").map(({ seq, text }) => [seq, text]));
  const isAtPlace = ({ seq, start, end, text }: ReviewQuote) => said.get(seq)?.slice(start, end) === text;
  return Object.entries(quotes)
    .filter(([, taken]) => !taken.every((quote) => quote.text !== "" && isAtPlace(quote)))
    .map(([criterion]) => ({ criterion, message: "A quote is not what the candidate said there; take it again." }));
}

const isHighHalf = (code: number) => code >= 0xd800 && code <= 0xdbff;

/** The place without white space at its ends, and never between the halves of a character. */
function trimmed(text: string, { start, end }: { start: number; end: number }) {
  let [from, to] = [Math.max(0, Math.min(start, end)), Math.min(text.length, Math.max(start, end))];
  if (from > 0 && isHighHalf(text.charCodeAt(from - 1))) from -= 1;
  if (to < text.length && isHighHalf(text.charCodeAt(to - 1))) to += 1;
  const words = text.slice(from, to);
  from += words.length - words.trimStart().length;
  to = Math.max(from, to - (words.length - words.trimEnd().length));
  return { from, to };
}

/** The words at a place of a candidate's turn; null where there are none, or more than a quote may hold. */
export function quoteAt(turn: QuotableTurn, place: { start: number; end: number }): ReviewQuote | null {
  if (turn.speaker !== "candidate") return null;
  const { from, to } = trimmed(turn.text, place);
  const text = turn.text.slice(from, to);
  return text === "" || text.length > maxQuoteChars ? null : { seq: turn.seq, start: from, end: to, text };
}

/** Two quotes of one turn that share a word, put together; null where they share none. */
function joined(turn: QuotableTurn, a: ReviewQuote, b: ReviewQuote): ReviewQuote | null {
  if (a.seq !== b.seq || a.end <= b.start || b.end <= a.start) return null;
  return quoteAt(turn, { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
}

/**
 * The quotes of one criterion with one more, in the order of the transcript. Words that are quoted already are not quoted
 * twice: the two become one. Null where there is no room for it.
 */
export function withQuote(
  quotes: readonly ReviewQuote[],
  quote: ReviewQuote,
  turns: readonly QuotableTurn[],
): ReviewQuote[] | null {
  const turn = turns.find(({ seq }) => seq === quote.seq);
  let added = quote;
  const others: ReviewQuote[] = [];
  for (const each of [...quotes].sort((a, b) => a.start - b.start)) {
    const whole = turn && joined(turn, added, each);
    if (whole) added = whole;
    else others.push(each);
  }
  if (others.length >= mostQuotes) return null;
  return [...others, added].sort((a, b) => a.seq - b.seq || a.start - b.start);
}
