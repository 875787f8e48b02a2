import fc from "fast-check";
import { expect, test } from "vitest";
import { paceOf, type TimedTurn } from "#app/domain/interview/pace.ts";

const start = Date.UTC(2026, 10, 21, 9, 0, 0);
const minute = 60_000;
const at = (minutes: number) => new Date(start + minutes * minute);

function turn(seq: number, kind: TimedTurn["kind"], minutes: number): TimedTurn {
  const speaker = kind === "answer" || kind === "clarification" || kind === "diagram" ? "candidate" : "interviewer";
  return { seq, kind, speaker, createdAt: at(minutes) };
}

const turns = [
  turn(1, "question", 0),
  turn(2, "clarification", 1),
  turn(3, "fact", 1),
  turn(4, "answer", 4),
  turn(5, "question", 4),
  turn(6, "answer", 134),
  turn(7, "question", 134),
  turn(8, "answer", 137),
];
const run = { startedAt: at(0), finishedAt: at(137), spentMs: 17 * minute, limitMs: null, endsAt: null };
const of = (pace: ReturnType<typeof paceOf>, seq: number) => pace.turns.find((each) => each.seq === seq);

test("an answer takes the time since its question, with what was asked in between; a question the time since what was said", () => {
  const pace = paceOf(turns, run);
  expect(of(pace, 4)?.tookMs).toBe(4 * minute);
  expect(of(pace, 2)?.tookMs).toBe(1 * minute);
  expect(of(pace, 8)?.tookMs).toBe(3 * minute);
});

test("time away is told of the one answer that it fits before, and is no time that the answer took", () => {
  const pace = paceOf(turns, run);
  expect(pace).toMatchObject({ awayMs: 120 * minute, atWorkMs: 17 * minute, placed: true });
  expect(of(pace, 6)).toMatchObject({ awayMs: 120 * minute, tookMs: 10 * minute, atMs: 14 * minute });
  expect(of(pace, 8)).toMatchObject({ awayMs: 0, atMs: 17 * minute });
});

test("where it would fit before two answers it is told as a sum only", () => {
  const two = [turn(1, "question", 0), turn(2, "answer", 40), turn(3, "question", 40), turn(4, "answer", 90)];
  const pace = paceOf(two, { ...run, finishedAt: at(90), spentMs: 30 * minute });
  expect(pace).toMatchObject({ awayMs: 60 * minute, placed: false });
  expect(pace.turns.map(({ awayMs }) => awayMs)).toEqual([0, 0, 0, 0]);
});

test("a pause is how far the end of the clock moved on, and is told apart from time away", () => {
  const clocked = [turn(1, "question", 0), turn(2, "answer", 2), turn(3, "question", 2), turn(4, "answer", 15)];
  const pace = paceOf(clocked, {
    startedAt: at(0),
    finishedAt: at(15),
    spentMs: 7 * minute,
    limitMs: 25 * minute,
    endsAt: at(33),
  });
  expect(pace).toMatchObject({ pausedMs: 8 * minute, awayMs: 0, placed: true });
  expect(of(pace, 4)).toMatchObject({ pausedMs: 8 * minute, tookMs: 5 * minute });
});

test("seconds between two signs of life are no time away", () => {
  const pace = paceOf(turns.slice(0, 4), { ...run, finishedAt: at(4), spentMs: 3 * minute });
  expect(pace).toMatchObject({ awayMs: 0, placed: true });
});

test("whatever the times are, nothing is less than nothing and no turn is later than the end", () => {
  const gaps = fc.array(fc.integer({ min: -10, max: 400 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(gaps, fc.nat(2_000), fc.option(fc.integer({ min: -50, max: 300 })), (minutes, spent, paused) => {
      let now = 0;
      const said = minutes.map((gap, index) => turn(index + 1, index % 2 ? "answer" : "question", (now += gap)));
      const limitMs = paused === null ? null : 25 * minute;
      const endsAt = paused === null ? null : at(25 + paused);
      const pace = paceOf(said, { startedAt: at(0), finishedAt: at(now), spentMs: spent * minute, limitMs, endsAt });
      for (const { atMs, tookMs, pausedMs, awayMs } of pace.turns) {
        expect(Math.min(atMs, tookMs, pausedMs, awayMs)).toBeGreaterThanOrEqual(0);
        expect(tookMs).toBeLessThanOrEqual(atMs);
      }
    }),
  );
});
