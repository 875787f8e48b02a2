import { expect, test } from "vitest";
import { paceWords, stepNamed } from "#app/components/replay/replay-steps.ts";

const minute = 60_000;
const pace = { totalMs: 0, atWorkMs: 17 * minute, pausedMs: 0, awayMs: 0, placed: true, turns: [] };

test("an address names a turn that is there, and any other leads to the first and says so", () => {
  expect(stepNamed(null, 9)).toEqual({ number: 1, problem: null });
  expect(stepNamed("4", 9)).toEqual({ number: 4, problem: null });
  for (const named of ["0", "10", "-1", "4.5", "NaN", "1e1", "", "four", "99999999999"]) {
    expect(stepNamed(named, 9)).toMatchObject({ number: 1, problem: expect.stringContaining("from 1 to 9") });
  }
});

test("time at work, the clock standing still and time away are told apart", () => {
  expect(paceWords(pace)).toBe("17 minutes at work");
  expect(paceWords({ ...pace, pausedMs: 3 * minute, awayMs: 119.6 * minute })).toBe(
    "17 minutes at work, the clock stood still for 3 minutes, away for about 2 hours",
  );
  expect(paceWords({ ...pace, awayMs: 61 * minute, placed: false })).toBe(
    "17 minutes at work, away for about 1 hour 1 minute, it is not known where",
  );
});
