import fc from "fast-check";
import { expect, test } from "vitest";
import { expOfNegative, logFromOne } from "#app/domain/simulator/tuning/network/exponential.ts";

const relative = (ours: number, theirs: number) => Math.abs(ours - theirs) / Math.max(Math.abs(theirs), 1e-300);

test("the exponential agrees with the platform's to the last digits, and is zero far below", () => {
  fc.assert(
    fc.property(fc.double({ min: -690, max: 0, noNaN: true }), (x) => {
      expect(relative(expOfNegative(x), Math.exp(x))).toBeLessThan(1e-14);
    }),
  );
  expect(expOfNegative(0)).toBe(1);
  expect(expOfNegative(-1e6)).toBe(0);
});

test("the logarithm agrees with the platform's to the last digits", () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), (x) => {
      expect(Math.abs(logFromOne(x) - Math.log(x))).toBeLessThan(1e-14 * Math.max(1, Math.log(x)));
    }),
  );
  expect(logFromOne(1)).toBe(0);
});

test("what is no number stays none, so that nobody takes it for a result", () => {
  expect(expOfNegative(Number.NaN)).toBeNaN();
  expect(logFromOne(Number.NaN)).toBeNaN();
});
