import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayOf, daysBetween, DaySchema } from "#app/domain/practice/day.ts";
import {
  expectedDues,
  newCardsADay,
  newMemory,
  previewOf,
  rate,
  ratings,
  replay,
  turnsOf,
  type Memory,
  type Rating,
} from "#app/domain/practice/schedule.ts";

const begin = new Date("2026-11-21T09:00:00.000Z");
const later = (days: number) => new Date(begin.getTime() + days * 86_400_000);

/** Ratings with the days that pass before each; the clock may also be set back. */
const history = fc.array(
  fc.record({ rating: fc.constantFrom(...ratings), days: fc.double({ min: -2, max: 90, noNaN: true }) }),
  {
    minLength: 1,
    maxLength: 25,
  },
);

function play(steps: readonly { rating: Rating; days: number }[]) {
  let [memory, now]: [Memory, Date] = [newMemory(begin), begin];
  return steps.map(({ rating, days }) => {
    now = new Date(now.getTime() + days * 86_400_000);
    const rated = rate(memory, rating, now);
    const step = { now, before: memory, ...rated };
    memory = rated.memory;
    return step;
  });
}

test("a card never comes back in the past, whatever is rated and however the clock jumps", () => {
  fc.assert(
    fc.property(history, (steps) => {
      for (const { now, memory, log } of play(steps)) {
        expect(Date.parse(memory.due)).toBeGreaterThan(now.getTime());
        expect(Date.parse(memory.due)).toBeGreaterThan(Date.parse(log.reviewedAt));
      }
    }),
  );
});

test("the log replays to the same memory, and each entry holds what an undo restores", () => {
  fc.assert(
    fc.property(history, (steps) => {
      const played = play(steps);
      const first = newMemory(begin);
      for (const [at, { before, log }] of played.entries()) {
        expect(log.before).toEqual(before);
        const earlier = played.slice(0, at).map((each) => each.log);
        expect(replay(first, earlier)).toEqual(log.before);
      }
      expect(
        replay(
          first,
          played.map(({ log }) => log),
        ),
      ).toEqual(played.at(-1)?.memory);
    }),
  );
});

test("what is shown before a rating is what the rating does, and a better rating never comes back sooner", () => {
  fc.assert(
    fc.property(history, (steps) => {
      const last = play(steps).at(-1);
      if (!last) return;
      const now = new Date(last.memory.due);
      const preview = previewOf(last.memory, now);
      const dues = preview.map(({ due }) => Date.parse(due));
      expect(dues).toEqual(dues.toSorted((a, b) => a - b));
      for (const { rating, due } of preview) expect(rate(last.memory, rating, now).memory.due).toBe(due);
    }),
  );
});

test("good waits for days, again for ten minutes, and what was expected is kept once a card is learned", () => {
  const good = rate(newMemory(begin), 3, begin);
  expect(daysBetween(dayOf(begin), good.memory.due.slice(0, 10))).toBe(2);
  expect(good.log.retrievability).toBeNull();
  const again = rate(newMemory(begin), 1, begin);
  expect(Date.parse(again.memory.due) - begin.getTime()).toBe(600_000);
  const second = rate(good.memory, 3, new Date(good.memory.due));
  expect(second.log.retrievability).toBeCloseTo(0.9, 1);
});

test("of new cards so many are begun on a day, and those that were begun already count", () => {
  const fresh = Array.from({ length: 20 }, () => newMemory(begin));
  const days = turnsOf(fresh, begin, 3).map((turn) => daysBetween(dayOf(begin), turn.slice(0, 10)));
  expect(days.filter((day) => day === 0)).toHaveLength(newCardsADay - 3);
  expect(days.filter((day) => day === 1)).toHaveLength(newCardsADay);
  const learned = rate(newMemory(begin), 4, begin).memory;
  expect(turnsOf([learned], begin, 99)).toEqual([learned.due]);
});

test("the expected cards of the days are each card once on its day, and again when it would come back", () => {
  const days = Array.from({ length: 10 }, (_, at) => addDays(dayOf(begin), at));
  const counts = expectedDues([newMemory(begin), newMemory(later(4))], days, { now: begin, begunToday: 0 });
  expect(counts[0]).toBe(1);
  expect(counts[2]).toBe(1);
  expect(counts[4]).toBe(1);
  expect(expectedDues([], days, { now: begin, begunToday: 0 })).toEqual(days.map(() => 0));
});

test("days that the calendar does not have are none", () => {
  for (const day of ["2026-02-30", "2026-13-01", "tomorrow", "2026-1-1", ""]) {
    expect(DaySchema.safeParse(day).success).toBe(false);
  }
  expect(DaySchema.safeParse("2028-02-29").success).toBe(true);
});
