import fc from "fast-check";
import { expect, test } from "vitest";
import { DraftSchema, unsentAnswer } from "#app/domain/interview/draft.ts";
import { answerQuestion, endByClock, finishInterview, startInterview } from "#app/domain/interview/session.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

const turns = startInterview(gradedScenario);
const state = { phase: "answering" as const, turns };

function pastedIn(text: string, pasted?: number): number | undefined {
  const step = answerQuestion(state, { text, diagram: "", seenSeq: turns.length, pasted }, () => null);
  return step.ok ? step.added[0]?.pasted : undefined;
}

test("however much is said to have been pasted, it is no more than the answer is long", () => {
  const words = fc.string({ minLength: 1, maxLength: 200 }).filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 20_000 }), (text, pasted) => {
      expect(pastedIn(text, pasted)).toBe(Math.min(pasted, text.trim().length));
    }),
  );
});

test("an answer of which nothing was pasted, or nothing is known, says nothing of it", () => {
  expect(pastedIn("I would fine-tune.", 0)).toBeUndefined();
  expect(pastedIn("I would fine-tune.")).toBeUndefined();
});

test("what was pasted into a draft goes along when the clock or the candidate ends the interview", () => {
  const unsent = unsentAnswer({ kind: "answer", text: "Pasted whole.", diagram: "", pasted: 13 });
  for (const step of [endByClock(state, unsent), finishInterview(state, unsent)]) {
    expect(step.ok && step.added).toMatchObject([{ kind: "answer", pasted: 13 }]);
  }
});

test("a draft is kept though its count cannot be read, and a drawing is never said to be pasted", () => {
  const draft = { kind: "answer", text: "Text.", diagram: "" };
  expect(DraftSchema.parse({ ...draft, pasted: -3 })).toEqual(draft);
  const step = answerQuestion(state, { text: "", diagram: "graph TD", seenSeq: turns.length, pasted: 8 }, () => null);
  expect(step.ok && step.added.map(({ kind, pasted }) => [kind, pasted])).toEqual([["diagram", undefined]]);
});
