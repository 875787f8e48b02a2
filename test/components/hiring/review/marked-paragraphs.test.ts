import fc from "fast-check";
import { expect, test } from "vitest";
import { markParagraphs, type Marked } from "#app/components/hiring/review/reading/marked-paragraphs.ts";
import { marksBySeq } from "#app/components/hiring/review/reading/marks-of.ts";
import { paragraphsOf } from "#app/components/transcript/turns.ts";

const text = "First the rules.\n\nThen, by retrieval,\nthe format.\n \n\n  And the log last.";

const anyText = fc
  .array(fc.constantFrom("a", "bc", " ", "\n", "\n\n", " \n \n", "."), { maxLength: 40 })
  .map((parts) => parts.join(""));

const anyMarked = anyText.chain((said) =>
  fc.record({
    said: fc.constant(said),
    marks: fc.array(
      fc
        .tuple(fc.nat(said.length), fc.nat(said.length))
        .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
      { maxLength: 6 },
    ),
  }),
);

const named = (places: readonly { start: number; end: number }[]): Marked[] =>
  places.map((place, at) => ({ ...place, id: `m${at}`, key: "A", criterion: "framing" }));

test("put together, the pieces are the paragraphs, as the room shows them", () => {
  fc.assert(
    fc.property(anyMarked, ({ said, marks }) => {
      const paragraphs = markParagraphs(said, named(marks));
      expect(paragraphs.map(({ pieces }) => pieces.map((piece) => piece.text).join(""))).toEqual(paragraphsOf(said));
      for (const { from, pieces } of paragraphs) {
        const words = pieces.map((piece) => piece.text).join("");
        expect(said.slice(from, from + words.length)).toBe(words);
      }
    }),
  );
});

test("each mark covers exactly its characters, however marks overlap", () => {
  fc.assert(
    fc.property(anyMarked, ({ said, marks }) => {
      const covered = new Map<string, Set<number>>();
      const shown = new Set<number>();
      for (const { from, pieces } of markParagraphs(said, named(marks))) {
        let at = from;
        for (const piece of pieces) {
          for (let index = at; index < at + piece.text.length; index += 1) {
            shown.add(index);
            for (const { id } of piece.marks) covered.set(id, (covered.get(id) ?? new Set()).add(index));
          }
          at += piece.text.length;
        }
      }
      for (const { id, start, end } of named(marks)) {
        const wanted = Array.from({ length: end - start }, (_, index) => start + index).filter((at) => shown.has(at));
        expect([...(covered.get(id) ?? [])]).toEqual(wanted);
      }
    }),
  );
});

test("a key stands once, at the end of its quote, also where the quote runs over paragraphs", () => {
  const marks = named([
    { start: 6, end: text.indexOf("format") + 6 },
    { start: 10, end: 15 },
    { start: text.indexOf("log"), end: text.indexOf("log") + 3 },
  ]);
  const ends = markParagraphs(text, marks).flatMap(({ pieces }) =>
    pieces.flatMap((piece) => piece.ends.map(({ id }) => [id, piece.text.slice(-6)])),
  );
  expect(ends).toEqual([
    ["m1", "rules"],
    ["m0", "format"],
    ["m2", "log"],
  ]);
});

test("marks are found by their turn, in the order of the rubric", () => {
  const criteria = [
    { id: "framing", key: "A" },
    { id: "economics", key: "B" },
  ];
  const quote = { seq: 2, start: 0, end: 5, text: "First" };
  const marks = marksBySeq(criteria, { economics: [quote], framing: [quote, { ...quote, seq: 4 }], style: [quote] });
  expect([...marks].map(([seq, found]) => [seq, found.map(({ key }) => key)])).toEqual([
    [2, ["A", "B"]],
    [4, ["A"]],
  ]);
});
