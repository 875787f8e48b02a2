import fc from "fast-check";
import { expect, test } from "vitest";
import {
  movePicked,
  pickAt,
  placesOf,
  sentencesOf,
  type Pickable,
  type Picked,
  type PickMove,
} from "#app/components/hiring/review/reading/picking.ts";

const turns: Pickable = [
  { seq: 1, speaker: "interviewer", kind: "question", text: "What first? And why?" },
  { seq: 2, speaker: "candidate", kind: "answer", text: "First the rules. Then the format.\n\nThe log last." },
  { seq: 3, speaker: "candidate", kind: "diagram", text: "flowchart LR\n  a --> b" },
  { seq: 4, speaker: "interviewer", kind: "question", text: "What is it worth?" },
  { seq: 5, speaker: "candidate", kind: "answer", text: "Some $750 a month. I doubt it." },
];

const after = (...moves: PickMove[]) => moves.reduce((picked, move) => movePicked(picked, move, turns), pickAt(0));

function wordsOf(picked: Picked): string[] {
  return placesOf(picked, turns).map(({ seq, start, end }) => {
    return turns.find((turn) => turn.seq === seq)?.text.slice(start, end) ?? "";
  });
}

test("only the candidate’s sentences are picked, and a drawing whole", () => {
  expect(sentencesOf(turns).map(({ seq }) => seq)).toEqual([2, 2, 2, 3, 5, 5]);
  expect(wordsOf(after("next", "next", "next"))).toEqual(["flowchart LR\n  a --> b"]);
});

test("sentences are walked, and the ends hold", () => {
  expect(wordsOf(after("next"))).toEqual(["Then the format."]);
  expect(wordsOf(after("previous"))).toEqual(["First the rules."]);
  expect(wordsOf(after("last", "next"))).toEqual(["I doubt it."]);
  expect(wordsOf(after("last", "first"))).toEqual(["First the rules."]);
});

test("more sentences are taken forwards and backwards, across answers as one place each", () => {
  expect(wordsOf(after("extend"))).toEqual(["First the rules. Then the format."]);
  expect(wordsOf(after("extend", "extend-back"))).toEqual(["First the rules."]);
  expect(wordsOf(after("next", "extend-back"))).toEqual(["First the rules. Then the format."]);
  expect(wordsOf(after("next-answer", "extend"))).toEqual(["flowchart LR\n  a --> b", "Some $750 a month."]);
});

test("answers are walked by their first sentence", () => {
  expect(wordsOf(after("next-answer", "next-answer"))).toEqual(["Some $750 a month."]);
  expect(wordsOf(after("next", "next-answer", "previous-answer"))).toEqual(["First the rules."]);
  expect(wordsOf(after("last", "next-answer"))).toEqual(["I doubt it."]);
});

test("words are left out at either end and put back, and one always stays", () => {
  expect(wordsOf(after("start-later"))).toEqual(["the rules."]);
  expect(wordsOf(after("end-earlier"))).toEqual(["First the"]);
  expect(wordsOf(after("start-later", "end-earlier", "end-earlier", "end-earlier"))).toEqual(["the"]);
  expect(wordsOf(after("start-later", "end-earlier", "start-earlier", "end-later"))).toEqual(["First the rules."]);
  expect(wordsOf(after("start-later", "next"))).toEqual(["Then the format."]);
});

test("whatever is pressed, something of the candidate is picked", () => {
  const moves = fc.constantFrom<PickMove>(
    ...(["next", "previous", "extend", "extend-back", "next-answer", "previous-answer"] as const),
    ...(["first", "last", "start-later", "start-earlier", "end-earlier", "end-later"] as const),
  );
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 30 }), (pressed) => {
      const places = placesOf(after(...pressed), turns);
      expect(places.length).toBeGreaterThan(0);
      for (const { seq, start, end } of places) {
        const turn = turns.find((each) => each.seq === seq);
        expect(turn?.speaker).toBe("candidate");
        expect(turn?.text.slice(start, end).trim()).not.toBe("");
      }
    }),
  );
});
