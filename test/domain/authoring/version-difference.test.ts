import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOf } from "#app/domain/authoring/version-difference.ts";
import { wordDifference } from "#app/domain/authoring/word-difference.ts";
import type { Check, Scenario } from "#app/domain/scenarios/schema.ts";
import { makeScenario } from "#test/support/scenario.ts";

const before = makeScenario();

function withCheck(change: (check: Check) => Check): Scenario {
  const [criterion, ...others] = before.rubric.criteria;
  if (!criterion) throw new Error("There is a criterion.");
  const [check, ...rest] = criterion.checks;
  if (!check) throw new Error("There is a check.");
  return { ...before, rubric: { criteria: [{ ...criterion, checks: [change(check), ...rest] }, ...others] } };
}

test("a version does not differ from itself", () => {
  expect(differenceOf(before, makeScenario())).toEqual([]);
});

test("a changed number is told with the way to it in words", () => {
  expect(
    differenceOf(
      before,
      withCheck((check) => ({ ...check, points: 4 })),
    ),
  ).toEqual([
    {
      where: "Criterion Framing the need, check dialect-is-behaviour: points",
      kind: "changed",
      before: "7",
      after: "4",
    },
  ]);
});

test("phrasings come and go, and a sentence is compared word by word", () => {
  const after = withCheck((check) => ({
    ...check,
    met: ["It never changes, so it can be trained in."],
    asks: check.asks.replace("a way", "one way"),
  }));
  const [asks, ...phrasings] = differenceOf(before, after);
  expect(asks).toMatchObject({ kind: "changed", where: expect.stringMatching(/: what it asks$/) });
  expect(asks?.words?.filter(({ kind }) => kind !== "same")).toEqual([
    { text: "a", kind: "removed" },
    { text: "one", kind: "added" },
  ]);
  expect(phrasings.map(({ kind, where }) => [kind, where.replace(/^.*: /, "")])).toEqual([
    ["removed", "said when it is met"],
    ["added", "said when it is met"],
  ]);
});

test("what only moved is told as moved, and what came or went as that", () => {
  const [first, second] = before.rubric.criteria;
  if (!first || !second) throw new Error("There are two criteria.");
  const swapped = differenceOf(before, { ...before, rubric: { criteria: [second, first] } });
  expect(swapped).toHaveLength(1);
  expect(swapped[0]).toMatchObject({
    kind: "moved",
    before: expect.stringMatching(/^place/),
    after: expect.stringMatching(/^place/),
  });
  expect(differenceOf(before, { ...before, rubric: { criteria: [first] } })).toMatchObject([
    { where: "Criterion Costs and numbers", kind: "removed", after: null },
  ]);
  const fact = { id: "price", label: "Price", value: 3, unit: "USD" };
  expect(differenceOf(before, { ...before, facts: [fact, ...before.facts] })).toEqual([
    { where: "Fact price", kind: "added", before: null, after: "Price: 3 USD" },
  ]);
});

test("changes are told in the order in which a scenario is read", () => {
  const after: Scenario = {
    ...before,
    title: "Another title",
    brief: `${before.brief} It rained.`,
    opening: "And now?",
    twist: undefined,
    rubric: { criteria: before.rubric.criteria.map((each) => ({ ...each, weight: each.weight + 1 })) },
    hints: { "dialect-is-behaviour": ["Nudge.", "Direction.", "Example."] },
  };
  const names = differenceOf(before, after).map(({ where }) => where);
  const order = [
    "Title",
    "Brief",
    "Opening question",
    "Twist: what changes",
    "Criterion Framing the need: weight",
    "Hint 1",
  ];
  const places = order.map((name) => names.findIndex((where) => where.startsWith(name)));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.every((place) => place >= 0)).toBe(true);
});

test("two positions with one approach are kept apart", () => {
  const [position] = before.positions;
  if (!position) throw new Error("There is a position.");
  const twice = { ...before, positions: [position, { ...position, when: "Another condition entirely." }] };
  expect(differenceOf(twice, { ...twice, positions: [...twice.positions] })).toEqual([]);
  expect(differenceOf(before, twice)).toMatchObject([{ where: "Position Hybrid", kind: "added" }]);
});

test("the words laid over each other make up both texts", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 40 }), fc.lorem({ maxCount: 40 }), (was, is) => {
      const words = wordDifference(was, is);
      expect(
        words
          .filter(({ kind }) => kind !== "added")
          .map(({ text }) => text)
          .join(""),
      ).toBe(was);
      expect(
        words
          .filter(({ kind }) => kind !== "removed")
          .map(({ text }) => text)
          .join(""),
      ).toBe(is);
    }),
    { numRuns: 100 },
  );
});

test("texts that have nothing in common are shown whole instead of being laid over each other for ever", () => {
  const text = (word: string) => Array.from({ length: 40_000 }, (_, at) => `${word}${at}`).join("\n");
  expect(wordDifference(text("a"), text("b"))).toEqual([
    { text: text("a"), kind: "removed" },
    { text: text("b"), kind: "added" },
  ]);
});
