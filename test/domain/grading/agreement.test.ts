import fc from "fast-check";
import { expect, test } from "vitest";
import { exactAgreement, weightedKappa, type VerdictPair } from "#app/domain/grading/agreement.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";

const scale: readonly Verdict[] = ["not_met", "partial", "met"];

/** Pairs from a table of counts: rows are the first grader's verdicts, columns the second's. */
function pairsOf(table: readonly (readonly number[])[]): VerdictPair[] {
  return table.flatMap((row, first) =>
    row.flatMap((count, second) =>
      Array.from({ length: count }, () => ({ first: scale[first] ?? "met", second: scale[second] ?? "met" })),
    ),
  );
}

test("a table worked by hand", () => {
  // 50 pairs; both graders use the three verdicts 20, 15 and 15 times.
  // Squared steps observed: one step 4 + 6 + 2 + 4 times, two steps 3 + 1 times: 16 * 1 + 4 * 4 = 32.
  // By chance: (2 * 20 * 15 + 2 * 15 * 15) / 50 * 1 = 21 and 2 * 20 * 15 / 50 * 4 = 48, together 69.
  const pairs = pairsOf([
    [13, 4, 3],
    [6, 7, 2],
    [1, 4, 10],
  ]);
  expect(exactAgreement(pairs)).toBeCloseTo(30 / 50, 12);
  expect(weightedKappa(pairs)).toBeCloseTo(1 - 32 / 69, 6);
});

test("two by two it is Cohen's kappa: the example of 50 grant proposals", () => {
  // 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed agreement 0.7, by chance 0.5, kappa 0.4.
  const pairs = pairsOf([
    [20, 0, 5],
    [0, 0, 0],
    [10, 0, 15],
  ]);
  expect(exactAgreement(pairs)).toBeCloseTo(0.7, 12);
  expect(weightedKappa(pairs)).toBeCloseTo(0.4, 6);
});

test("full agreement is 1, full disagreement at the ends is -1, chance is 0", () => {
  expect(
    weightedKappa(
      pairsOf([
        [5, 0, 0],
        [0, 5, 0],
        [0, 0, 5],
      ]),
    ),
  ).toBe(1);
  expect(
    weightedKappa(
      pairsOf([
        [0, 0, 5],
        [0, 0, 0],
        [5, 0, 0],
      ]),
    ),
  ).toBe(-1);
  expect(
    weightedKappa(
      pairsOf([
        [4, 0, 4],
        [0, 0, 0],
        [4, 0, 4],
      ]),
    ),
  ).toBeCloseTo(0, 12);
});

test("what is not defined stays null: no pairs, and everything on one place", () => {
  expect(exactAgreement([])).toBeNull();
  expect(weightedKappa([])).toBeNull();
  expect(weightedKappa(pairsOf([[9, 0, 0]]))).toBeNull();
  expect(exactAgreement(pairsOf([[9, 0, 0]]))).toBe(1);
});

test("insufficient evidence counts as not met", () => {
  const pairs: VerdictPair[] = [
    { first: "not_met", second: "insufficient_evidence" },
    { first: "met", second: "met" },
  ];
  expect(exactAgreement(pairs)).toBe(1);
  expect(weightedKappa(pairs)).toBe(1);
});

test("kappa is the same whoever comes first, and never above 1", () => {
  const verdict = fc.constantFrom<Verdict>("met", "partial", "not_met", "insufficient_evidence");
  fc.assert(
    fc.property(fc.array(fc.record({ first: verdict, second: verdict }), { maxLength: 30 }), (pairs) => {
      const kappa = weightedKappa(pairs);
      const turned = weightedKappa(pairs.map(({ first, second }) => ({ first: second, second: first })));
      expect(turned === null).toBe(kappa === null);
      expect(turned ?? 0).toBeCloseTo(kappa ?? 0, 12);
      expect(kappa ?? 1).toBeLessThanOrEqual(1);
    }),
  );
});
