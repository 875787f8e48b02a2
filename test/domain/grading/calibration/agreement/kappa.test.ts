import fc from "fast-check";
import { expect, test } from "vitest";
import {
  confusionTable,
  exactShare,
  kappaOf,
  linear,
  quadratic,
  unweighted,
  withinOneShare,
  type Distance,
  type Pair,
} from "#app/domain/grading/calibration/agreement/kappa.ts";

// Published worked examples to 1e-6 and the digits that were printed, and kappa anew from its definition.

const digits = 6;

/** Every pair that a table counts. */
function pairsOf(table: readonly (readonly number[])[]): Pair[] {
  return table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => ({ first, second }))),
  );
}

// Cohen (1960), "A coefficient of agreement for nominal scales", the example of 200 diagnoses: personality disorder,
// neurosis, psychosis. Observed agreement .70, by chance .41, kappa .492.
const diagnoses = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
];

test("Cohen's example of 1960: 200 diagnoses", () => {
  expect(exactShare(pairsOf(diagnoses))).toBeCloseTo(0.7, digits);
  expect(kappaOf(diagnoses, unweighted)).toBeCloseTo((0.7 - 0.41) / (1 - 0.41), digits);
  expect(kappaOf(diagnoses, unweighted)?.toFixed(3)).toBe("0.492");
});

test("Cohen's example of 1968: the same diagnoses with weights for how grave a disagreement is", () => {
  // "Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit": weights 1, 3, 6;
  // observed .90, by chance 1.38, weighted kappa .348.
  const gravity = [
    [0, 1, 3],
    [1, 0, 6],
    [3, 6, 0],
  ];
  const asCohenHadIt: Distance = (a, b) => gravity[a]?.[b] ?? 0;
  expect(kappaOf(diagnoses, asCohenHadIt)).toBeCloseTo(1 - 0.9 / 1.38, digits);
  expect(kappaOf(diagnoses, asCohenHadIt)?.toFixed(3)).toBe("0.348");
});

test("91 couples asked how often sex is fun: the figures that R's vcd prints", () => {
  // Hout, Duncan & Sobel (1987), in Agresti, "Categorical Data Analysis" (1990), table 2.10; the data set SexualFun of
  // the R package vcd, whose Kappa() prints 0.1293 unweighted and 0.2374 with equal spacing.
  const couples = [
    [7, 7, 2, 3],
    [2, 8, 3, 7],
    [1, 5, 4, 9],
    [2, 8, 9, 14],
  ];
  expect(kappaOf(couples, unweighted)?.toFixed(4)).toBe("0.1293");
  expect(kappaOf(couples, linear)?.toFixed(4)).toBe("0.2374");
  // Rows 19, 20, 19, 33, columns 12, 28, 18, 33: 33 of 91 are equal, and by chance 2219 of 8281.
  expect(kappaOf(couples, unweighted)).toBeCloseTo((33 * 91 - 2219) / (8281 - 2219), digits);
});

test("two by two: 50 grant proposals, kappa .4", () => {
  // 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed .7, by chance .5. With two places all weights are the same.
  const proposals = [
    [20, 5],
    [10, 15],
  ];
  for (const distance of [unweighted, linear, quadratic]) expect(kappaOf(proposals, distance)).toBeCloseTo(0.4, digits);
});

test("quadratic weights, worked by hand", () => {
  // 50 pairs; both raters use the three places 20, 15 and 15 times.
  // Squared steps observed: one step 4 + 6 + 2 + 4 times, two steps 3 + 1 times: 16 * 1 + 4 * 4 = 32.
  // By chance: (2 * 20 * 15 + 2 * 15 * 15) / 50 * 1 = 21 and 2 * 20 * 15 / 50 * 4 = 48, together 69.
  const table = [
    [13, 4, 3],
    [6, 7, 2],
    [1, 4, 10],
  ];
  expect(kappaOf(table, quadratic)).toBeCloseTo(1 - 32 / 69, digits);
  expect(withinOneShare(pairsOf(table))).toBeCloseTo(46 / 50, digits);
});

test("full agreement is 1, full disagreement at both ends is -1, chance is 0", () => {
  expect(kappaOf([[5, 0], [0, 5]], quadratic)).toBe(1); // prettier-ignore
  expect(kappaOf([[0, 5], [5, 0]], quadratic)).toBe(-1); // prettier-ignore
  expect(kappaOf([[4, 4], [4, 4]], quadratic)).toBeCloseTo(0, 12); // prettier-ignore
});

test("what is not defined stays null: nothing at all, and everything on one place", () => {
  expect(kappaOf([[0, 0], [0, 0]], quadratic)).toBeNull(); // prettier-ignore
  expect(kappaOf([[9, 0], [0, 0]], quadratic)).toBeNull(); // prettier-ignore
  expect([exactShare([]), withinOneShare([])]).toEqual([null, null]);
});

test("a place that the scale does not have is refused", () => {
  expect(() => confusionTable([{ first: 0, second: 3 }], 3)).toThrow(RangeError);
});

/** Kappa as it is defined, pair by pair: the mean distance of what was paired against that of every first and second. */
function kappaByDefinition(pairs: readonly Pair[], distance: Distance): number | null {
  const observed = pairs.map(({ first, second }) => distance(first, second));
  const chance = pairs.flatMap(({ first }) => pairs.map(({ second }) => distance(first, second)));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return chance.some((value) => value > 0) ? 1 - mean(observed) / mean(chance) : null;
}

const place = fc.integer({ min: 0, max: 4 });
const somePairs = fc.array(fc.record({ first: place, second: place }), { maxLength: 40 });

test.each([
  ["unweighted", unweighted],
  ["linear", linear],
  ["quadratic", quadratic],
])("kappa, %s, is what its definition gives, whoever comes first", (_name, distance) => {
  fc.assert(
    fc.property(somePairs, (pairs) => {
      const turned = pairs.map(({ first, second }) => ({ first: second, second: first }));
      const expected = kappaByDefinition(pairs, distance);
      for (const each of [pairs, turned]) {
        const kappa = kappaOf(confusionTable(each, 5), distance);
        expect(kappa === null).toBe(expected === null);
        expect(kappa ?? 0).toBeCloseTo(expected ?? 0, 9);
      }
    }),
  );
});
