import { expect, test } from "vitest";
import { fewestReviews, forecast, retentionOf, wilson } from "#app/domain/practice/recall.ts";
import { newMemory, rate, type ReviewLog } from "#app/domain/practice/schedule.ts";

const now = new Date("2026-11-21T15:00:00.000Z");

test("what is overdue is due today, and the days after fourteen are left out", () => {
  const dues = [
    "2026-11-01T08:00:00.000Z",
    "2026-11-21T23:00:00.000Z",
    "2026-12-04T00:00:00.000Z",
    "2026-12-05T00:00:00.000Z",
  ];
  const days = forecast(dues, now);
  expect(days).toHaveLength(14);
  expect(days[0]).toEqual({ day: "2026-11-21", count: 2 });
  expect(days.at(-1)).toEqual({ day: "2026-12-04", count: 1 });
  expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(3);
});

test("Wilson's interval is the published one, and holds at the edges", () => {
  // Newcombe (1998), table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  const published = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const;
  for (const [successes, n, low, high] of published) {
    expect(wilson(successes, n).low).toBeCloseTo(low, 4);
    expect(wilson(successes, n).high).toBeCloseTo(high, 4);
  }
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});

function reviewed(rating: 1 | 3): ReviewLog {
  const learned = rate(newMemory(now), 4, now).memory;
  return rate(learned, rating, new Date(learned.due)).log;
}

test("retention counts reviews of learned cards alone, and says nothing below twenty", () => {
  const learning = rate(newMemory(now), 3, now).log;
  const few = Array.from({ length: fewestReviews - 1 }, () => reviewed(3));
  expect(retentionOf([...few, learning, learning])).toEqual({ enough: false, n: 19, needed: 20 });
  const retention = retentionOf([...few, reviewed(1), learning]);
  expect(retention).toMatchObject({ enough: true, n: 20, recalled: 19 });
  if (!retention.enough) return;
  expect(retention.expected).toBeCloseTo(0.9, 1);
  expect(retention.low).toBeLessThan(0.95);
  expect(retention.high).toBeGreaterThan(0.95);
});
