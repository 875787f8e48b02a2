import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkQuotes,
  maxQuoteChars,
  mostQuotes,
  quoteAt,
  ReviewQuotesSchema,
  withQuote,
  type QuotableTurn,
  type ReviewQuote,
} from "#app/domain/review/quotes.ts";

const asked: QuotableTurn = { seq: 1, speaker: "interviewer", text: "What would you change first?" };
const said: QuotableTurn = { seq: 2, speaker: "candidate", text: "First the rules, by retrieval.\n\nThen the format." };
const turns = [asked, said];

const anyPlace = (turn: QuotableTurn) =>
  fc.record({ start: fc.integer({ min: -3, max: turn.text.length + 3 }), end: fc.integer({ min: -3, max: 60 }) });

function mustQuote(turn: QuotableTurn, start: number, end: number): ReviewQuote {
  const quote = quoteAt(turn, { start, end });
  if (!quote) throw new Error("There is nothing to quote.");
  return quote;
}

test("whatever place is pointed at, a quote is what stands there, without white space at its ends", () => {
  fc.assert(
    fc.property(anyPlace(said), (place) => {
      const quote = quoteAt(said, place);
      if (quote === null) return;
      expect(said.text.slice(quote.start, quote.end)).toBe(quote.text);
      expect(quote.text).toBe(quote.text.trim());
      expect(checkQuotes({ framing: [quote] }, turns)).toEqual([]);
      expect(ReviewQuotesSchema.safeParse({ framing: [quote] }).success).toBe(true);
    }),
  );
});

test("a place without words, backwards or outside, is no quote, or the words it touches", () => {
  expect(quoteAt(said, { start: 30, end: 32 })).toBeNull();
  expect(quoteAt(said, { start: 500, end: 600 })).toBeNull();
  expect(quoteAt(said, { start: 5, end: 0 })?.text).toBe("First");
});

test("the interviewer is not quoted, nor is more than a quote may hold", () => {
  expect(quoteAt(asked, { start: 0, end: 4 })).toBeNull();
  const long = { ...said, text: "x".repeat(maxQuoteChars + 1) };
  expect(quoteAt(long, { start: 0, end: maxQuoteChars + 1 })).toBeNull();
  expect(quoteAt(long, { start: 0, end: maxQuoteChars })?.text).toHaveLength(maxQuoteChars);
});

test("a character is quoted whole, whichever half of it is pointed at", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.nat(20), fc.nat(20), (text, start, end) => {
      const quote = quoteAt({ ...said, text }, { start, end });
      expect(quote?.text ?? "").toSatisfy((words: string) => words.isWellFormed());
    }),
  );
});

test.each([
  ["other words", { seq: 2, start: 0, end: 5, text: "Later" }],
  ["words of another place", { seq: 2, start: 1, end: 6, text: "First" }],
  ["the interviewer’s words", { seq: 1, start: 0, end: 4, text: "What" }],
  ["a turn there is not", { seq: 9, start: 0, end: 5, text: "First" }],
  ["nothing", { seq: 2, start: 3, end: 3, text: "" }],
])("%s are no quote, and the criterion is named", (_, quote) => {
  const right = mustQuote(said, 0, 5);
  expect(checkQuotes({ framing: [right], economics: [right, quote] }, turns)).toEqual([
    { criterion: "economics", message: "A quote is not what the candidate said there; take it again." },
  ]);
});

test("half a character and an endless quote are refused before they are read", () => {
  const refused = (text: string) =>
    !ReviewQuotesSchema.safeParse({ framing: [{ seq: 2, start: 0, end: 5, text }] }).success;
  expect(refused("\ud83d")).toBe(true);
  expect(refused("x".repeat(maxQuoteChars + 1))).toBe(true);
  expect(refused("First")).toBe(false);
});

test("however quotes of one criterion are added, each word is quoted once and none is lost", () => {
  fc.assert(
    fc.property(fc.array(anyPlace(said), { maxLength: mostQuotes - 1 }), (places) => {
      const wanted = new Set<number>();
      let quotes: ReviewQuote[] = [];
      for (const place of places) {
        const quote = quoteAt(said, place);
        if (!quote) continue;
        for (let at = quote.start; at < quote.end; at += 1) wanted.add(at);
        quotes = withQuote(quotes, quote, turns) ?? [];
      }
      const covered = quotes.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));
      expect(covered).toEqual([...wanted].sort((a, b) => a - b));
      expect(checkQuotes({ framing: quotes }, turns)).toEqual([]);
    }),
  );
});

test("quotes stand in the order of the transcript, and there is an end of room", () => {
  const later = { ...said, seq: 4 };
  const all = [...turns, later];
  const inOrder = withQuote([mustQuote(later, 0, 5)], mustQuote(said, 10, 15), all);
  expect(inOrder?.map(({ seq }) => seq)).toEqual([2, 4]);
  const letters: QuotableTurn = { ...said, text: "a ".repeat(mostQuotes + 1) };
  const full = Array.from({ length: mostQuotes }, (_, at) => mustQuote(letters, 2 * at, 2 * at + 1));
  expect(withQuote(full, mustQuote(letters, 2 * mostQuotes, 2 * mostQuotes + 1), [letters])).toBeNull();
  expect(withQuote(full, mustQuote(letters, 0, 3), [letters])).toHaveLength(mostQuotes - 1);
});
