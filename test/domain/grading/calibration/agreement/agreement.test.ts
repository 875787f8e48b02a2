import { expect, test } from "vitest";
import { agreementOf, alphaIntervalOf, fewestPairs } from "#app/domain/grading/calibration/agreement/agreement.ts";
import type { Pair } from "#app/domain/grading/calibration/agreement/kappa.ts";
import { placeOf } from "#app/domain/grading/calibration/agreement/verdict-scale.ts";

const repeat = (pair: Pair, times: number) => Array.from({ length: times }, () => pair);

test("without pairs nothing is defined, and it is said why", () => {
  expect(agreementOf([], 3)).toEqual({
    pairs: 0,
    exact: null,
    withinOne: null,
    weightedKappa: null,
    alpha: null,
    notDefined: "no pairs",
  });
});

test("below the stated number of pairs shares are given, kappa and alpha are not", () => {
  const few = [...repeat({ first: 0, second: 0 }, fewestPairs - 2), { first: 2, second: 0 }];
  expect(few).toHaveLength(fewestPairs - 1);
  expect(agreementOf(few, 3)).toMatchObject({ exact: 0.75, weightedKappa: null, alpha: null, notDefined: "too few" });
  const enough = agreementOf([...few, { first: 2, second: 2 }], 3);
  expect(enough).toMatchObject({ notDefined: null, exact: 0.8, withinOne: 0.8 });
  expect(enough.weightedKappa).toBeCloseTo(1 - 4 / 8.8, 12);
});

test("one class for everything leaves kappa and alpha undefined, however many pairs there are", () => {
  const same = repeat({ first: 0, second: 0 }, 300);
  expect(agreementOf(same, 3)).toMatchObject({ exact: 1, weightedKappa: null, alpha: null, notDefined: "one class" });
  expect(alphaIntervalOf(same)).toBeNull();
});

test("the interval of alpha needs enough pairs, and is the same every time", () => {
  const pairs = [...repeat({ first: 0, second: 0 }, 9), ...repeat({ first: 2, second: 2 }, 9), { first: 0, second: 2 }];
  expect(alphaIntervalOf(pairs)).toBeNull();
  const interval = alphaIntervalOf([...pairs, ...pairs]);
  expect(interval).toEqual(alphaIntervalOf([...pairs, ...pairs]));
  const { alpha } = agreementOf([...pairs, ...pairs], 3);
  expect(interval?.low).toBeLessThan(alpha ?? 0);
  expect(interval?.high).toBeGreaterThan(alpha ?? 1);
});

test("insufficient evidence stands where not met stands", () => {
  expect(placeOf.insufficient_evidence).toBe(placeOf.not_met);
  expect([placeOf.not_met, placeOf.partial, placeOf.met]).toEqual([0, 1, 2]);
});
