import fc from "fast-check";
import { expect, test } from "vitest";
import { markText, type MarkedQuote } from "#app/domain/grading/scorecard/marked-text.ts";

const mark = (start: number, end: number, checkKey = "A1"): MarkedQuote => ({
  start,
  end,
  checkKey,
  kind: "met",
  id: `${checkKey}-1`,
});

const quotes = fc.array(
  fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 })).map(([a, b]) => mark(a, b, `A${a}`)),
  { maxLength: 6 },
);

test("the pieces put together are the text, and each carries exactly the marks that cover it", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), quotes, (text, marks) => {
      const segments = markText(text, marks);
      expect(segments.map((segment) => segment.text).join("")).toBe(text);
      let from = 0;
      for (const segment of segments) {
        const to = from + segment.text.length;
        const covering = marks.filter(({ start, end }) => Math.max(start, from) < Math.min(end, to));
        expect(segment.marks.map(({ checkKey }) => checkKey)).toEqual(covering.map(({ checkKey }) => checkKey));
        from = to;
      }
    }),
  );
});

test("overlapping quotes cut the text where either begins or ends", () => {
  expect(markText("abcdef", [mark(1, 4, "A1"), mark(3, 6, "B2")])).toEqual([
    { text: "a", marks: [] },
    { text: "bc", marks: [{ checkKey: "A1", kind: "met", id: "A1-1" }] },
    {
      text: "d",
      marks: [
        { checkKey: "A1", kind: "met", id: "A1-1" },
        { checkKey: "B2", kind: "met", id: "B2-1" },
      ],
    },
    { text: "ef", marks: [{ checkKey: "B2", kind: "met", id: "B2-1" }] },
  ]);
});

test("a quote outside the text and an empty one mark nothing", () => {
  expect(markText("abc", [mark(7, 9), mark(1, 1), mark(2, 1)]).flatMap(({ marks }) => marks)).toEqual([]);
  expect(markText("abc", [mark(-3, 99)])).toMatchObject([{ text: "abc", marks: [{ checkKey: "A1" }] }]);
});

test("a text without quotes is one piece, an empty text none", () => {
  expect(markText("abc", [])).toEqual([{ text: "abc", marks: [] }]);
  expect(markText("", [])).toEqual([]);
});
