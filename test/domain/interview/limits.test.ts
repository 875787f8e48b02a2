import fc from "fast-check";
import { expect, test } from "vitest";
import {
  graceMs,
  isUp,
  limitFor,
  pauseClock,
  remainingMs,
  resumeClock,
  startClock,
  type Clock,
} from "#app/domain/interview/clock.ts";
import { allHints } from "#app/domain/interview/hints.ts";
import { planNext } from "#app/domain/interview/plan-next.ts";
import {
  answerQuestion,
  askForHint,
  askInterviewer,
  endByClock,
  finishInterview,
  hintsGiven,
  isAnswer,
  isQuestion,
  questionsAsked,
  questionsInAll,
  refusalMessage,
  startInterview,
  type InterviewState,
  type Mode,
  type Step,
} from "#app/domain/interview/session.ts";
import { makeScenario } from "#test/support/scenario.ts";

// What bounds an interview: the clock, the pause, the hints, and two tabs at once.

const scenario = makeScenario();
const hints = allHints(scenario);
const firstCheck = scenario.rubric.criteria[0]?.checks[0]?.id ?? "missing";
const begun = new Date("2026-11-21T09:00:00Z");
const later = (ms: number) => new Date(begun.getTime() + ms);
const minute = 60_000;

test("extra time is added to the minutes of a situation", () => {
  expect([0, 25, 50, 100].map((percent) => limitFor(30, percent) / minute)).toEqual([30, 37.5, 45, 60]);
});

test("whatever the clock of the machine does, what is left is from nothing to the limit, and stands still while paused", () => {
  const jump = fc.integer({ min: -5 * 3_600_000, max: 5 * 3_600_000 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 * 3_600_000 }), jump, jump, (limitMs, first, second) => {
      const clock = startClock(limitMs, begun);
      const left = remainingMs(clock, later(first));
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(limitMs);
      const paused = pauseClock(clock, later(first));
      if (!paused) {
        expect(left).toBe(0);
        return;
      }
      expect(remainingMs(paused, later(second))).toBe(left);
      expect(isUp(paused, later(second))).toBe(false);
      const resumed = resumeClock(paused, later(second));
      expect(remainingMs(resumed, later(second))).toBe(left);
      expect(pauseClock(resumed, later(second))).toBeNull();
    }),
  );
});

test("time is up once the grace is over, and not before; a clock that runs is not moved by resuming it", () => {
  const clock = startClock(minute, begun);
  expect(isUp(clock, later(minute + graceMs))).toBe(false);
  expect(isUp(clock, later(minute + graceMs + 1))).toBe(true);
  expect(resumeClock(clock, later(5_000))).toBe(clock);
});

const running: Clock = startClock(minute, begun);
const stateAt = (ms: number, changes: Partial<InterviewState> = {}): InterviewState => ({
  phase: "answering",
  turns: startInterview(scenario),
  mode: "practice",
  clock: running,
  now: later(ms),
  ...changes,
});

/** Everything a candidate can do that the clock can forbid. */
const attempts: Record<string, (state: InterviewState) => Step> = {
  answering: (state) => answerQuestion(state, { text: "Both.", diagram: "", seenSeq: 1 }, () => null),
  asking: (state) => askInterviewer(state, { text: "Why?", seenSeq: 1 }, () => []),
  hint: (state) => askForHint(state, { seenSeq: 1 }, hints, () => firstCheck),
};

test.each(Object.entries(attempts))(
  "%s counts within the grace, and is refused after it or while paused",
  (_name, attempt) => {
    expect(attempt(stateAt(minute + graceMs)).ok).toBe(true);
    expect(attempt(stateAt(minute + graceMs + 1))).toEqual({ ok: false, reason: "time_is_up" });
    const paused = { ...running, pausedAt: begun, pauseUsed: true };
    expect(attempt(stateAt(0, { clock: paused }))).toEqual({ ok: false, reason: "paused" });
  },
);

test("a paused interview may be finished; one whose time is up is ended by the clock instead", () => {
  const unsent = { text: "Half an ans", diagram: "" };
  const paused = { ...running, pausedAt: begun, pauseUsed: true };
  expect(finishInterview(stateAt(0, { clock: paused }), unsent).ok).toBe(true);
  expect(finishInterview(stateAt(minute + graceMs + 1), unsent)).toEqual({ ok: false, reason: "time_is_up" });
});

test("the clock ends every interview with what was saved, even with nothing, and ends none twice", () => {
  expect(endByClock(stateAt(2 * minute), { text: " Half an ans ", diagram: "" })).toMatchObject({
    ok: true,
    phase: "finished",
    added: [{ seq: 2, speaker: "candidate", kind: "answer", text: "Half an ans" }],
  });
  expect(endByClock(stateAt(2 * minute), { text: "", diagram: "" })).toEqual({
    ok: true,
    phase: "finished",
    added: [],
  });
  expect(endByClock(stateAt(0, { phase: "finished" }), { text: "x", diagram: "" })).toEqual({
    ok: false,
    reason: "finished",
  });
});

test("hints come in three steps for one check, and then no more until the next question", () => {
  const state = stateAt(0);
  const turns = [...state.turns];
  for (const step of [0, 1, 2]) {
    // Once begun, the steps stay with their check, whatever would be named now.
    const taken = askForHint({ ...state, turns }, { seenSeq: turns.length }, hints, () =>
      step === 0 ? firstCheck : "other",
    );
    expect(taken).toMatchObject({
      ok: true,
      added: [{ kind: "hint", checkId: firstCheck, text: hints[firstCheck]?.[step] }],
    });
    if (taken.ok) turns.push(...taken.added);
    expect(hintsGiven(turns)).toBe(step + 1);
  }
  const again = () => askForHint({ ...state, turns }, { seenSeq: turns.length }, hints, () => firstCheck);
  expect(again()).toEqual({ ok: false, reason: "no_more_hints" });
  const answer = answerQuestion({ ...state, turns }, { text: "Both.", diagram: "", seenSeq: turns.length }, (soFar) =>
    planNext(scenario, soFar, { verdicts: new Map() }),
  );
  if (!answer.ok) throw new Error(answer.reason);
  turns.push(...answer.added);
  expect(hintsGiven(turns)).toBe(0);
  expect(turns.findLast(isQuestion)?.checkId).toBe(firstCheck);
  expect(again()).toMatchObject({ ok: true, added: [{ kind: "hint", checkId: firstCheck }] });
});

test("there are no hints in a mock or an assessment, for nothing unmet, nor to a tab that is behind", () => {
  const ask = (mode: Mode, unmet: string | null, seenSeq = 1) =>
    askForHint(stateAt(0, { mode }), { seenSeq }, hints, () => unmet);
  expect(ask("mock", firstCheck)).toEqual({ ok: false, reason: "no_hints" });
  expect(ask("assessment", firstCheck)).toEqual({ ok: false, reason: "no_hints" });
  expect(ask("practice", null)).toEqual({ ok: false, reason: "no_hints" });
  expect(ask("practice", firstCheck, 0)).toEqual({ ok: false, reason: "stale" });
});

type Deed = { do: "answer" | "ask" | "hint" | "finish" | "pause" | "resume" | "wait"; ms: number; behind: number };

const deed: fc.Arbitrary<Deed> = fc.record({
  do: fc.constantFrom("answer", "answer", "answer", "ask", "hint", "finish", "pause", "resume", "wait"),
  ms: fc.integer({ min: -30_000, max: 4 * minute }),
  behind: fc.constantFrom(0, 0, 0, 1),
});

type Run = { state: InterviewState; ms: number; pauses: number; endedByClock: boolean };

function stepOf(deed: Deed, state: InterviewState): Step | null {
  const seenSeq = state.turns.length - deed.behind;
  switch (deed.do) {
    case "answer":
      return answerQuestion(state, { text: "Both.", diagram: "", seenSeq }, (soFar) =>
        planNext(scenario, soFar, { verdicts: new Map() }),
      );
    case "ask":
      return askInterviewer(state, { text: "Why?", seenSeq }, () => []);
    case "hint":
      return askForHint(state, { seenSeq }, hints, () => firstCheck);
    case "finish":
      return finishInterview(state, { text: "", diagram: "" });
    default:
      return null;
  }
}

/** Time passes, the clock is looked at as the server does, then the deed is done. */
function live({ state: before, ms: elapsed, pauses, endedByClock }: Run, deed: Deed): Run {
  const ms = elapsed + deed.ms;
  let state = { ...before, now: later(ms) };
  const clock = state.clock ?? running;
  const paused = deed.do === "pause" ? pauseClock(clock, later(ms)) : null;
  if (paused) state = { ...state, clock: paused };
  if (deed.do === "resume") state = { ...state, clock: resumeClock(clock, later(ms)) };
  const isEnding = state.phase === "answering" && isUp(state.clock ?? running, later(ms));
  const step = isEnding ? endByClock(state, { text: "", diagram: "" }) : stepOf(deed, state);
  if (step && !step.ok) expect(refusalMessage[step.reason]).not.toBe("");
  if (step?.ok) state = { ...state, phase: step.phase, turns: [...state.turns, ...step.added] };
  return { state, ms, pauses: pauses + Number(paused !== null), endedByClock: endedByClock || isEnding };
}

test("no path under a clock loses a turn, asks too much, gives a fourth hint, pauses twice, or ends without a grade or a reason", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      const start = {
        state: stateAt(0, { clock: startClock(10 * minute, begun) }),
        ms: 0,
        pauses: 0,
        endedByClock: false,
      };
      const { state, pauses, endedByClock } = deeds.reduce((run: Run, each) => {
        const next = live(run, each);
        expect(next.state.turns.slice(0, run.state.turns.length)).toEqual(run.state.turns);
        expect(hintsGiven(next.state.turns)).toBeLessThanOrEqual(3);
        if (run.state.phase === "finished") expect(next.state.turns).toEqual(run.state.turns);
        return next;
      }, start);
      expect(pauses).toBeLessThanOrEqual(1);
      expect(state.turns.map(({ seq }) => seq)).toEqual(state.turns.map((_, at) => at + 1));
      expect(questionsAsked(state.turns)).toBeLessThanOrEqual(questionsInAll(scenario));
      // What ends has something to grade, or time was up, which is the reason.
      if (state.phase === "finished") expect(state.turns.some(isAnswer) || endedByClock).toBe(true);
    }),
  );
});

test("of two tabs that answer the same question the second is told that the first was quicker", () => {
  const state = stateAt(0);
  const plan = (soFar: InterviewState["turns"]) => planNext(scenario, soFar, { verdicts: new Map() });
  const first = answerQuestion(state, { text: "Both.", diagram: "", seenSeq: 1 }, plan);
  if (!first.ok) throw new Error(first.reason);
  const moved = { ...state, turns: [...state.turns, ...first.added] };
  expect(answerQuestion(moved, { text: "Neither.", diagram: "", seenSeq: 1 }, plan)).toEqual({
    ok: false,
    reason: "stale",
  });
});
