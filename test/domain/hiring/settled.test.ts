import fc from "fast-check";
import { expect, test } from "vitest";
import { settle } from "#app/domain/hiring/settled.ts";

const level = fc.integer({ min: 0, max: 4 });
const given = fc.option(level, { nil: null });

test("the median of two is the lower, and of three the middle", () => {
  expect(settle({ independent: [2, 3], adjudicated: null, changes: [] })).toMatchObject({ level: 2, by: "median" });
  expect(settle({ independent: [3, 2, 3], adjudicated: null, changes: [] })).toMatchObject({ level: 3, spread: 1 });
});

test("who cannot tell counts for nothing, and nobody's level is no level", () => {
  expect(settle({ independent: [null, 1], adjudicated: null, changes: [] })).toMatchObject({ level: 1, spread: null });
  expect(settle({ independent: [null, null], adjudicated: null, changes: [] })).toMatchObject({
    level: null,
    by: null,
  });
});

test("levels two apart have no outcome before somebody decides between them", () => {
  const apart = { independent: [1, 3], changes: [] };
  expect(settle({ ...apart, adjudicated: null })).toMatchObject({ level: null, needsAdjudication: true });
  expect(settle({ ...apart, adjudicated: 2 })).toMatchObject({
    level: 2,
    by: "adjudication",
    needsAdjudication: false,
  });
});

test("a level that counts is always one that a person gave", () => {
  fc.assert(
    fc.property(
      fc.array(given, { maxLength: 5 }),
      given,
      fc.array(level, { maxLength: 3 }),
      (all, decided, changes) => {
        const { level: settled } = settle({ independent: all, adjudicated: decided, changes });
        expect([null, ...all, decided, ...changes]).toContain(settled);
      },
    ),
  );
});

test("the order of reviewers makes no difference", () => {
  fc.assert(
    fc.property(fc.array(given, { maxLength: 5 }), given, (all, adjudicated) => {
      const forwards = settle({ independent: all, adjudicated, changes: [] });
      expect(settle({ independent: all.toReversed(), adjudicated, changes: [] })).toEqual(forwards);
    }),
  );
});
