import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, sentencesIn, wordsIn } from "#app/domain/text/words.ts";

const keysOf = (text: string) => wordsIn(text).map(({ key }) => key);

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(...Array.from("ab,.1 k5’'\u200b\u00ad\n-é\u0301😀ﬁ½")) }),
);

test("every word stands, folded, at the characters it names, in order and without overlap", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let from = 0;
      for (const word of wordsIn(text)) {
        expect(word.start).toBeGreaterThanOrEqual(from);
        expect(word.end).toBeGreaterThan(word.start);
        expect(fold(text.slice(word.start, word.end))).toBe(word.text);
        from = word.end;
      }
      expect(from).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("the words of a part of a text are its own words, at their places in the whole", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, text, after) => {
      const span = { start: before.length, end: before.length + text.length };
      const moved = wordsIn(text).map((word) => ({
        ...word,
        start: word.start + span.start,
        end: word.end + span.start,
      }));
      expect(wordsIn(before + text + after, span)).toEqual(moved);
    }),
  );
});

test("sentences are trimmed, in order, and leave out nothing but white space", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "b", " ", ".", "!", "?", ";", ")", '"', "\n") }), (text) => {
      const spans = sentencesIn(text);
      const kept = spans.map(({ start, end }) => text.slice(start, end));
      for (const sentence of kept) expect(sentence).toBe(sentence.trim());
      expect(kept.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      for (const [at, span] of spans.slice(1).entries()) {
        expect(span.start).toBeGreaterThanOrEqual(spans[at]?.end ?? Infinity);
      }
    }),
  );
});

test("a text is cut at full stops, question marks, lines and semicolons, not inside numbers", () => {
  const text = 'It costs $1.50 (about). Why? "Because."\n- first\n- second; third';
  expect(sentencesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "It costs $1.50 (about).",
    "Why?",
    '"Because."',
    "- first",
    "- second;",
    "third",
  ]);
});

test("numbers are compared by their value, whatever their separators and multipliers", () => {
  expect(keysOf("18,000")).toEqual(keysOf("18000"));
  expect(keysOf("18k")).toEqual(["18000"]);
  expect(keysOf("1.5M")).toEqual(["1500000"]);
  expect(keysOf("2,100.5")).toEqual(["2100.5"]);
  expect(keysOf("3.50")).toEqual(keysOf("3.5"));
});

test("a comma after a number belongs to the sentence, not to the number", () => {
  expect(wordsIn("in 2024, then 1,455, then 3.5.").map(({ text }) => text)).toEqual([
    "in",
    "2024",
    "then",
    "1,455",
    "then",
    "3.5",
  ]);
  expect(keysOf("1,2,3")).toEqual(["1", "2", "3"]);
});

test("letters after a number keep it a word of its own kind", () => {
  expect(wordsIn("12ms p95 4kb E-4417").map(({ text }) => text)).toEqual(["12ms", "p95", "4kb", "e", "4417"]);
});

test("forms of one word have one stem, and case, width, apostrophes and accents do not part words", () => {
  expect(new Set(keysOf("retrieve retrieves retrieved retrieving"))).toHaveProperty("size", 1);
  expect(keysOf("don’t DON'T ｄｏｎʼｔ")).toEqual(["dont", "dont", "dont"]);
  expect(keysOf("Café caf\u0065\u0301")).toEqual(["café", "café"]);
  expect(keysOf("the model's")).toEqual(["the", "model"]);
});

test("zero-width characters do not hide a word", () => {
  expect(keysOf("re\u200btrie\u00adval")).toEqual(keysOf("retrieval"));
  expect(wordsIn("\u200b \ufeff")).toEqual([]);
});

test("function words are known as such, with and without an apostrophe", () => {
  const functionWords = wordsIn("We don’t train the model").filter(({ isFunctionWord }) => isFunctionWord);
  expect(functionWords.map(({ text }) => text)).toEqual(["we", "don't", "the"]);
});
