import fc from "fast-check";
import { expect, test } from "vitest";
import {
  answerQuestion,
  askInterviewer,
  finishInterview,
  maxAnswerChars,
  maxClarifications,
  questionsAnswered,
  questionsAsked,
  questionsInAll,
  startInterview,
  type InterviewState,
  type Step,
} from "#app/domain/interview/session.ts";
import { yoursToAssume } from "#app/domain/interview/assumptions.ts";
import { planNext } from "#app/domain/interview/plan-next.ts";
import type { Scenario, Verdict } from "#app/domain/scenarios/schema.ts";
import { makeScenario } from "#test/support/scenario.ts";

// More checks than an interview has questions.
const { rubric } = makeScenario();
const scenario = makeScenario({
  rubric: {
    criteria: [...rubric.criteria, ...rubric.criteria, ...rubric.criteria].map((criterion, at) => ({
      ...criterion,
      checks: criterion.checks.map((check) => ({ ...check, id: `${check.id}-${at}` })),
    })),
  },
});
const facts = [{ id: "schema-change", answer: "Tables change every week." }];

type Move =
  | { do: "answer"; text: string; diagram: string; behind: number; verdicts: Verdict[] }
  | { do: "ask"; text: string; behind: number; told: boolean }
  | { do: "finish"; text: string; diagram: string };

const sound = ["I would look it up.", "It depends.", " Both. "];
const unsound = ["", "  ", "x".repeat(maxAnswerChars), "x".repeat(maxAnswerChars + 1)];
const words = fc.constantFrom(...sound, ...sound, ...sound, ...sound, ...unsound);
const behind = fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1);
const verdict = fc.constantFrom<Verdict>("met", "partial", "not_met", "insufficient_evidence");
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      text: words,
      diagram: words,
      behind,
      verdicts: fc.array(verdict, { minLength: 9, maxLength: 9 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("ask" as const), text: words, behind, told: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("finish" as const), text: words, diagram: words }) },
);
/** How many questions may follow, and after how many answers a twist comes, if one does. */
type Shape = { followUps: number; after: number | undefined };
const shape: fc.Arbitrary<Shape> = fc.record({
  followUps: fc.constantFrom(0, 1, 2, 3, 4, 4, 4),
  after: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
});

const checks = scenario.rubric.criteria.flatMap((criterion) => criterion.checks.map(({ id }) => id));

function shaped({ followUps, after }: Shape): Scenario {
  const twist = after === undefined ? undefined : { after, change: "It grows.", asks: "And now?" };
  return { ...scenario, followUps, twist };
}

function take(played: Scenario, state: InterviewState, next: Move): Step {
  const seenSeq = state.turns.length - ("behind" in next ? next.behind : 0);
  if (next.do === "finish") return finishInterview(state, next);
  if (next.do === "ask") return askInterviewer(state, { text: next.text, seenSeq }, () => (next.told ? facts : []));
  const verdicts = new Map(checks.map((id, at) => [id, next.verdicts[at] ?? "not_met"]));
  return answerQuestion(state, { ...next, seenSeq }, (turns) => planNext(played, turns, { verdicts }));
}

/** Plays moves one after the other; `visit` sees every step with the state before and after it. */
function play(
  form: Shape,
  moves: readonly Move[],
  visit: (step: Step, before: InterviewState, now: InterviewState, next: Move) => void,
): InterviewState {
  const played = shaped(form);
  let state: InterviewState = { phase: "answering", turns: startInterview(played) };
  for (const next of moves) {
    const step = take(played, state, next);
    const now = step.ok ? { phase: step.phase, turns: [...state.turns, ...step.added] } : state;
    visit(step, state, now, next);
    state = now;
  }
  return state;
}

test("no path loses a turn, leaves a gap in its numbers, or says nothing", () => {
  fc.assert(
    fc.property(shape, fc.array(move, { maxLength: 14 }), (form, moves) => {
      const { turns } = play(form, moves, () => undefined);
      expect(turns.map(({ seq }) => seq)).toEqual(turns.map((_, at) => at + 1));
      for (const { text } of turns) expect(text.trim()).not.toBe("");
    }),
  );
});

test("what is sent is in the transcript, or refused with a reason", () => {
  fc.assert(
    fc.property(shape, fc.array(move, { maxLength: 14 }), (form, moves) => {
      play(form, moves, (step, before, now, next) => {
        if (!step.ok) {
          expect(now).toBe(before);
          return;
        }
        const sent = [next.text, "diagram" in next ? next.diagram : ""].map((each) => each.trim()).filter(Boolean);
        const said = step.added.filter(({ speaker }) => speaker === "candidate").map(({ text }) => text);
        expect(said).toEqual(sent);
      });
    }),
  );
});

test("no path puts more questions than the scenario allows, one at a time, each answered once", () => {
  fc.assert(
    fc.property(shape, fc.array(move, { maxLength: 16 }), (form, moves) => {
      play(form, moves, (step, before, now, next) => {
        expect(questionsAsked(now.turns)).toBeLessThanOrEqual(questionsInAll(form));
        const isAnswered = step.ok && next.do === "answer";
        const more = isAnswered && step.phase === "answering" ? 1 : 0;
        expect(questionsAsked(now.turns)).toBe(questionsAsked(before.turns) + more);
        if (isAnswered) expect(questionsAnswered(now.turns)).toBe(questionsAsked(before.turns));
      });
    }),
  );
});

test("a finished interview takes nothing more, and only an answer can have finished it", () => {
  fc.assert(
    fc.property(shape, fc.array(move, { maxLength: 16 }), (form, moves) => {
      play(form, moves, (step, before, now) => {
        const isAnswered = now.turns.some(({ kind }) => kind === "answer" || kind === "diagram");
        expect(now.phase === "answering" || isAnswered).toBe(true);
        if (before.phase === "finished") expect(step).toEqual({ ok: false, reason: "finished" });
      });
    }),
  );
});

test("no check is probed twice", () => {
  fc.assert(
    fc.property(shape, fc.array(move, { maxLength: 14 }), (form, moves) => {
      const probed = play(form, moves, () => undefined).turns.flatMap(({ checkId }) => checkId ?? []);
      expect(new Set(probed).size).toBe(probed.length);
    }),
  );
});

test("the twist comes once, after its number of answers, earlier only when no check is left to probe", () => {
  fc.assert(
    fc.property(shape, fc.array(move, { maxLength: 14 }), (form, moves) => {
      const { after } = form;
      const { turns } = play(form, moves, (step, before, now, next) => {
        if (next.do !== "answer" || !step.ok || !step.added.some(({ kind }) => kind === "twist")) return;
        const answered = questionsAnswered(now.turns);
        expect(answered).toBeLessThanOrEqual(after ?? 0);
        const probed = new Set(before.turns.map(({ checkId }) => checkId));
        const left = checks.filter((id, at) => !probed.has(id) && next.verdicts[at] !== "met");
        if (answered < (after ?? 0)) expect(left).toEqual([]);
      });
      const twists = turns.filter(({ kind }) => kind === "twist").length;
      expect(twists).toBeLessThanOrEqual(after === undefined ? 0 : 1);
      if (after !== undefined && questionsAsked(turns) > after) expect(twists).toBe(1);
    }),
  );
});

test.each([
  [0, 1],
  [2, 3],
  [4, 5],
])("with %i questions to follow, answer %i ends it, whatever is still open", (followUps, last) => {
  const played = { ...scenario, followUps };
  let state: InterviewState = { phase: "answering", turns: startInterview(played) };
  for (let answers = 1; answers <= last; answers += 1) {
    expect(state.phase).toBe("answering");
    const answer = { text: "It depends.", diagram: "", seenSeq: state.turns.length };
    const step = answerQuestion(state, answer, (turns) => planNext(played, turns, { verdicts: new Map() }));
    if (!step.ok) throw new Error(step.reason);
    state = { phase: step.phase, turns: [...state.turns, ...step.added] };
  }
  expect(state.phase).toBe("finished");
  expect(questionsAsked(state.turns)).toBe(last);
  expect(questionsInAll(played)).toBe(last);
});

const untouched: InterviewState = { phase: "answering", turns: startInterview(scenario) };
const nothingMore = () => null;

test("an answer to a question that is not the newest is stale, an empty one is empty, a long one too long", () => {
  const send = (text: string, seenSeq = 1, diagram = "") =>
    answerQuestion(untouched, { text, diagram, seenSeq }, nothingMore);
  expect(send("late", 0)).toEqual({ ok: false, reason: "stale" });
  expect(send("early", 2)).toEqual({ ok: false, reason: "stale" });
  expect(send(" \n ")).toEqual({ ok: false, reason: "empty" });
  expect(send("x".repeat(maxAnswerChars + 1))).toEqual({ ok: false, reason: "too_long" });
  expect(send("x", 1, "x".repeat(maxAnswerChars + 1))).toEqual({ ok: false, reason: "too_long" });
  expect(send("x".repeat(maxAnswerChars))).toMatchObject({ ok: true });
});

test("a text and a drawing are one answer of two turns, and a drawing alone is an answer", () => {
  const both = answerQuestion(untouched, { text: " Look up. ", diagram: "flowchart LR", seenSeq: 1 }, nothingMore);
  expect(both).toMatchObject({
    ok: true,
    phase: "finished",
    added: [
      { seq: 2, speaker: "candidate", kind: "answer", text: "Look up." },
      { seq: 3, speaker: "candidate", kind: "diagram", text: "flowchart LR" },
    ],
  });
  const drawn = answerQuestion(untouched, { text: "", diagram: "flowchart LR", seenSeq: 1 }, nothingMore);
  expect(drawn.ok && questionsAnswered([...untouched.turns, ...drawn.added])).toBe(1);
});

test("a question is answered with the facts it asks for, or handed back, and does not count as an answer", () => {
  const ask = (text: string, told: typeof facts) => askInterviewer(untouched, { text, seenSeq: 1 }, () => told);
  expect(ask("Do tables change?", facts)).toMatchObject({
    ok: true,
    phase: "answering",
    added: [
      { seq: 2, speaker: "candidate", kind: "clarification", text: "Do tables change?", factId: null },
      { seq: 3, speaker: "interviewer", kind: "fact", text: "Tables change every week.", factId: "schema-change" },
    ],
  });
  const assumed = ask("What about the moon?", []);
  expect(assumed).toMatchObject({ added: [{}, { kind: "fact", text: yoursToAssume, factId: null }] });
  expect(assumed.ok && questionsAnswered([...untouched.turns, ...assumed.added])).toBe(0);
});

test("more questions than there is room for are refused", () => {
  let state = untouched;
  for (let asked = 0; asked < maxClarifications; asked += 1) {
    const step = askInterviewer(state, { text: "And?", seenSeq: state.turns.length }, () => []);
    if (!step.ok) throw new Error(step.reason);
    state = { phase: step.phase, turns: [...state.turns, ...step.added] };
  }
  expect(askInterviewer(state, { text: "And?", seenSeq: state.turns.length }, () => [])).toEqual({
    ok: false,
    reason: "too_many_questions",
  });
});

test("finishing keeps what is typed and not yet sent, and refuses when nothing was ever answered", () => {
  expect(finishInterview(untouched, { text: "", diagram: " " })).toEqual({ ok: false, reason: "nothing_answered" });
  expect(finishInterview(untouched, { text: "Half an ans", diagram: "" })).toMatchObject({
    ok: true,
    phase: "finished",
    added: [{ seq: 2, speaker: "candidate", kind: "answer", text: "Half an ans" }],
  });
});
