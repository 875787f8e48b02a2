import fc from "fast-check";
import { expect, test } from "vitest";
import {
  capCount,
  hasPlace,
  mostCounted,
  SkipReasonSchema,
  startOf,
  stretchesFrom,
  type Stretch,
} from "#app/domain/hiring/queue.ts";

// A key is drawn once for each session, as Math.random draws it.
const key = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const keys = fc.uniqueArray(key, { maxLength: 40 });
const reviewer = fc.record({ organisationId: fc.uuid(), reviewerId: fc.uuid() });

const isIn = ({ from, to }: Stretch, each: number) => each >= from && each < to;

/** The way that a reviewer takes: stretch by stretch, each in the order of its keys. */
function way(start: number, all: readonly number[]): number[] {
  return stretchesFrom(start).flatMap((stretch) => all.filter((each) => isIn(stretch, each)).sort((a, b) => a - b));
}

test("a reviewer's way comes to every session exactly once", () => {
  fc.assert(
    fc.property(reviewer, keys, (about, all) => {
      const walked = way(startOf(about), all);
      expect(walked).toHaveLength(all.length);
      expect(new Set(walked)).toEqual(new Set(all));
    }),
  );
});

test("the order stays as it is while sessions come and go", () => {
  fc.assert(
    fc.property(reviewer, keys, keys, (about, some, more) => {
      const start = startOf(about);
      const whole = way(start, [...new Set([...some, ...more])]);
      expect(whole.filter((each) => some.includes(each))).toEqual(way(start, some));
    }),
  );
});

test("where a way begins hangs on the organisation and the reviewer alone, and lies on the circle", () => {
  fc.assert(
    fc.property(reviewer, (about) => {
      const start = startOf(about);
      expect(start).toBe(startOf({ ...about }));
      expect(start).toBeGreaterThanOrEqual(0);
      expect(start).toBeLessThan(1);
    }),
  );
});

test("reviewers begin all over the circle", () => {
  const tenths = new Map<number, number>();
  for (let n = 0; n < 2_000; n++) {
    const tenth = Math.floor(startOf({ organisationId: "o", reviewerId: `reviewer-${n}` }) * 10);
    tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
  }
  expect(tenths.size).toBe(10);
  for (const many of tenths.values()) expect(many).toBeGreaterThan(120);
});

test("reviews that were given and others who hold the session take a place each", () => {
  expect(hasPlace({ wanted: 2, given: 0, heldByOthers: 1 })).toBe(true);
  expect(hasPlace({ wanted: 2, given: 1, heldByOthers: 1 })).toBe(false);
  expect(hasPlace({ wanted: 1, given: 0, heldByOthers: 1 })).toBe(false);
});

test("a count is said to a bound, and then as more than that", () => {
  expect(capCount(3)).toEqual({ count: 3, isMore: false });
  expect(capCount(mostCounted)).toEqual({ count: mostCounted, isMore: false });
  expect(capCount(mostCounted + 1)).toEqual({ count: mostCounted, isMore: true });
});

test("a reason for leaving a session has three to three hundred characters on one line", () => {
  expect(SkipReasonSchema.parse("  I know\nthem. ")).toBe("I know them.");
  expect(SkipReasonSchema.safeParse("ab").success).toBe(false);
  expect(SkipReasonSchema.safeParse(" \n  ").success).toBe(false);
  expect(SkipReasonSchema.safeParse("x".repeat(301)).success).toBe(false);
});
