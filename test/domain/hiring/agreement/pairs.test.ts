import fc from "fast-check";
import { expect, test } from "vitest";
import { confusionTable, kappaOf, quadratic, type Table } from "#app/domain/grading/calibration/agreement/kappa.ts";
import { fewestForKappa, fewestSessions } from "#app/domain/hiring/agreement/measured.ts";
import { figuresOfPairs, kappaOfPairs, pairPattern, type PairPattern } from "#app/domain/hiring/agreement/pairs.ts";
import { makeSessions } from "#test/support/agreement.ts";

// Quadratically weighted kappa from sums, on published tables. The exact fractions were worked out from the tables with
// rational arithmetic; the digits beside them are those that were published.

const digits = 6;

function patternsOf(table: Table): PairPattern[] {
  return table.flatMap((row, first) => row.flatMap((n, second) => (n === 0 ? [] : [pairPattern(first, second, n)])));
}

const kappaFrom = (table: Table) => kappaOfPairs(patternsOf(table), "test").kappa;

test("Landis & Koch 1977, the Winnipeg neurologists: unequal margins and a zero cell", () => {
  // "The measurement of observer agreement for categorical data", Biometrics 33, table 1: 149 patients of Winnipeg, four
  // degrees of certainty of multiple sclerosis. They print .208 unweighted, which is 665/3198; with quadratic weights the
  // same table gives 6905/13163.
  const winnipeg = [
    [38, 5, 0, 1],
    [33, 11, 3, 0],
    [10, 14, 5, 6],
    [3, 7, 3, 10],
  ];
  expect(kappaOf(winnipeg, (a, b) => (a === b ? 0 : 1))).toBeCloseTo(665 / 3198, digits);
  expect((665 / 3198).toFixed(3)).toBe("0.208");
  expect(kappaFrom(winnipeg)).toBeCloseTo(6905 / 13_163, digits);
});

test("Landis & Koch 1977, the New Orleans patients", () => {
  // Ibid.: 69 patients of New Orleans, printed .297, which is 349/1177; with quadratic weights 269/430.
  const newOrleans = [
    [5, 3, 0, 0],
    [3, 11, 4, 0],
    [2, 13, 3, 4],
    [1, 2, 4, 14],
  ];
  expect(kappaOf(newOrleans, (a, b) => (a === b ? 0 : 1))?.toFixed(3)).toBe("0.297");
  expect(kappaFrom(newOrleans)).toBeCloseTo(269 / 430, digits);
});

test("85 mammograms read by two radiologists: zero cells, unequal margins", () => {
  // Boyd et al. (1982) in Altman, "Practical Statistics for Medical Research" (1991), section 14.3, who prints .47
  // unweighted (139/294) and .57 with linear weights (1903/3348); with quadratic weights it is 3473/5173.
  const mammograms = [
    [21, 12, 0, 0],
    [4, 17, 1, 0],
    [3, 9, 15, 2],
    [0, 0, 0, 1],
  ];
  expect(kappaOf(mammograms, (a, b) => (a === b ? 0 : 1))?.toFixed(2)).toBe("0.47");
  expect(kappaOf(mammograms, (a, b) => Math.abs(a - b))?.toFixed(2)).toBe("0.57");
  expect(kappaFrom(mammograms)).toBeCloseTo(3473 / 5173, digits);
});

test("20 ratings of anxiety: what R's irr prints for squared weights", () => {
  // The data set `anxiety` of the R package irr, raters 1 and 2; kappa2(anxiety[, 1:2], "squared") prints 0.297: 211/711.
  const first = [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3];
  const second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4];
  const patterns = first.map((level, at) => pairPattern(level, second[at] ?? 0));
  const { kappa } = kappaOfPairs(patterns, "test");
  expect(kappa).toBeCloseTo(211 / 711, digits);
  expect(kappa?.toFixed(3)).toBe("0.297");
});

test("91 couples: what R's vcd prints for Fleiss and Cohen's weights", () => {
  // SexualFun (Hout, Duncan & Sobel, 1987): 1719/5177.
  const couples = [
    [7, 7, 2, 3],
    [2, 8, 3, 7],
    [1, 5, 4, 9],
    [2, 8, 9, 14],
  ];
  expect(kappaFrom(couples)).toBeCloseTo(1719 / 5177, digits);
});

const level = fc.integer({ min: 0, max: 4 });
const somePairs = fc.array(fc.tuple(level, level), { minLength: fewestForKappa, maxLength: 60 });

test("kappa from sums is kappa from the table of counts, whoever comes first", () => {
  fc.assert(
    fc.property(somePairs, (pairs) => {
      const table = confusionTable(
        pairs.map(([first, second]) => ({ first, second })),
        5,
      );
      const expected = kappaOf(table, quadratic);
      for (const turned of [pairs, pairs.map(([first, second]) => [second, first] as const)]) {
        const { kappa } = kappaOfPairs(
          turned.map(([first, second]) => pairPattern(first, second)),
          "test",
        );
        expect(kappa === null).toBe(expected === null);
        expect(kappa ?? 0).toBeCloseTo(expected ?? 0, 9);
      }
    }),
    { numRuns: 40 },
  );
});

test("full agreement is 1, with an interval from 1 to 1", () => {
  fc.assert(
    fc.property(fc.uniqueArray(level, { minLength: 2 }), (levels) => {
      const figures = figuresOfPairs(
        levels.map((each) => pairPattern(each, each, 10)),
        "test",
      );
      expect(figures).toMatchObject({ exact: 1, withinOne: 1, kappa: 1, notDefined: null });
      expect(figures.interval).toEqual({ low: 1, high: 1 });
    }),
    { numRuns: 20 },
  );
});

test("below five sessions there is no figure, below ten no kappa, and one class leaves it undefined", () => {
  const session = (n: number) => [pairPattern(2, 3, 1), pairPattern(1, 1, n - 1)];
  expect(figuresOfPairs([], "test")).toMatchObject({ sessions: 0, exact: null, kappa: null, notDefined: "too few" });
  const few = figuresOfPairs(session(fewestSessions - 1), "test");
  expect(few).toMatchObject({ sessions: 4, exact: null, withinOne: null, kappa: null, interval: null });
  const some = figuresOfPairs(session(fewestForKappa - 1), "test");
  expect(some).toMatchObject({ exact: 8 / 9, withinOne: 1, kappa: null, interval: null, notDefined: "too few" });
  const enough = figuresOfPairs(session(fewestForKappa), "test");
  expect(enough.kappa).not.toBeNull();
  const same = figuresOfPairs([pairPattern(2, 2, 50)], "test");
  expect(same).toMatchObject({ exact: 1, kappa: null, interval: null, notDefined: "one class" });
});

test("the interval is the same for the same seed, holds kappa, and does not hang on the order of the rows", () => {
  const patterns = makeSessions(60).flatMap(({ grader, settled }) => [pairPattern(grader[0] ?? 0, settled[0] ?? 0)]);
  const { kappa, interval, tendency } = kappaOfPairs(patterns, "seed");
  expect(kappaOfPairs([...patterns].reverse(), "seed")).toMatchObject({ interval, tendency });
  expect(kappaOfPairs(patterns, "another").interval).not.toEqual(interval);
  expect(interval?.low).toBeLessThan(kappa ?? -1);
  expect(interval?.high).toBeGreaterThan(kappa ?? 1);
});

test("levels of one session hang together: drawn by session the interval is wider than drawn level by level", () => {
  const add = (sums: PairPattern, more: PairPattern): PairPattern => ({
    n: 1,
    levels: sums.levels + more.levels,
    first: sums.first + more.first,
    second: sums.second + more.second,
    squares: sums.squares + more.squares,
    apart: sums.apart + more.apart,
    exact: sums.exact + more.exact,
    withinOne: sums.withinOne + more.withinOne,
  });
  // Every criterion of a session is judged the same way: eight levels say no more than one.
  const single = makeSessions(80, { criteria: 1 }).map(({ grader, settled }) =>
    pairPattern(grader[0] ?? 0, settled[0] ?? 0),
  );
  const bySession = single.map((one) => Array.from({ length: 7 }, () => one).reduce(add, one));
  const byLevel = single.flatMap((one) => Array.from({ length: 8 }, () => one));
  const width = (patterns: PairPattern[]) => {
    const { interval } = kappaOfPairs(patterns, "width");
    return (interval?.high ?? 0) - (interval?.low ?? 0);
  };
  expect(Math.abs(width(bySession) / width(single) - 1)).toBeLessThan(0.15);
  expect(width(bySession) / width(byLevel)).toBeGreaterThan(2);
});
