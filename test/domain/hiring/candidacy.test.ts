import fc from "fast-check";
import { expect, test } from "vitest";
import {
  countedAttempt,
  endedBy,
  isDone,
  judgeStart,
  refuseHandIn,
  sessionsToHandIn,
  type Part,
  type Progress,
} from "#app/domain/hiring/candidacy.ts";
import { drawCode } from "#app/domain/hiring/code.ts";

const now = new Date("2026-11-22T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const finished = (sessionId: string, at: number) => ({
  sessionId,
  startedAt: minutes(at),
  finishedAt: minutes(at + 5),
});
const underWay = (sessionId: string, at: number) => ({ sessionId, startedAt: minutes(at), finishedAt: null });

function progress(parts: Part["attempts"][], rest: Partial<Progress> = {}): Progress {
  return {
    state: "open",
    deadline: null,
    mostAttempts: 2,
    handedInAt: null,
    withdrawnAt: null,
    parts: parts.map((attempts, at) => ({ id: `part-${at + 1}`, attempts })),
    ...rest,
  };
}

const start = (made: Progress, at = 0) => judgeStart(made, made.parts[at] ?? { id: "none", attempts: [] }, now);

test("one part is under way at a time, and goes on rather than beginning anew", () => {
  const made = progress([[underWay("a", -3)], []]);
  expect(start(made)).toEqual({ ok: true, resumes: "a" });
  expect(start(made, 1)).toEqual({ ok: false, reason: "other_under_way" });
});

test("what is under way goes on after the deadline and after closing, and not after withdrawing", () => {
  const attempts = [[underWay("a", -3)]];
  expect(start(progress(attempts, { deadline: minutes(-1) }))).toEqual({ ok: true, resumes: "a" });
  expect(start(progress(attempts, { state: "closed" }))).toEqual({ ok: true, resumes: "a" });
  expect(start(progress(attempts, { withdrawnAt: minutes(-1) }))).toEqual({ ok: false, reason: "withdrawn" });
});

test("the deadline's own moment is in time, the next is not", () => {
  expect(endedBy(progress([[]], { deadline: now }), now)).toBeNull();
  expect(endedBy(progress([[]], { deadline: new Date(now.getTime() - 1) }), now)).toBe("deadline");
});

test("the last finished attempt counts, not one that is under way", () => {
  const part = { id: "part-1", attempts: [finished("a", -60), finished("b", -30), underWay("c", -3)] };
  expect(countedAttempt(part)?.sessionId).toBe("b");
  expect(sessionsToHandIn(progress([part.attempts, []]))).toEqual(["b"]);
});

test("it hands itself in once nothing more can come, and never with nothing finished or something under way", () => {
  const once = [finished("a", -60)];
  const twice = [...once, finished("b", -30)];
  expect(isDone(progress([twice, twice]), now)).toBe(true);
  expect(isDone(progress([twice, once]), now)).toBe(false);
  expect(isDone(progress([twice, once], { deadline: minutes(-1) }), now)).toBe(true);
  expect(isDone(progress([[], []], { deadline: minutes(-1) }), now)).toBe(false);
  expect(isDone(progress([once, [underWay("c", -3)]], { state: "closed" }), now)).toBe(false);
  expect(isDone(progress([twice, twice], { withdrawnAt: minutes(-1) }), now)).toBe(false);
});

test("a candidate may hand in whatever is finished, with parts and attempts left", () => {
  expect(refuseHandIn(progress([[finished("a", -60)], []]))).toBeNull();
  expect(refuseHandIn(progress([[], []]))).toBe("nothing_finished");
  expect(refuseHandIn(progress([[finished("a", -60)], [underWay("b", -1)]]))).toBe("under_way");
});

test("a code is four signs that are not taken for each other and spell nothing", () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const code = drawCode((limit) => (numbers.next().value ?? 0) % limit);
      expect(code).toMatch(/^[34679CDFGHJKMNPQRTVWXY]{4}$/);
    }),
  );
});
