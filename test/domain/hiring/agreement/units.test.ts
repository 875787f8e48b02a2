import fc from "fast-check";
import { expect, test } from "vitest";
import { alphaOf } from "#app/domain/grading/calibration/agreement/alpha.ts";
import { figuresOfUnits, type UnitPattern } from "#app/domain/hiring/agreement/units.ts";
import { makeSessions } from "#test/support/agreement.ts";

// Ordinal alpha from counted patterns, on published data with missing values. The values 1 to 5 that are printed are
// taken as the levels 0 to 4, which changes no ordinal figure.

const digits = 6;

/** Observers in rows, units in columns, as such data are printed; a dot is nothing said. One value alone pairs with nothing. */
function patternsOf(...rows: string[]): UnitPattern[] {
  const table = rows.map((row) => row.split(" "));
  return (table[0] ?? []).flatMap((_, unit) => {
    const given = table.map((row) => row[unit] ?? ".").filter((cell) => cell !== ".");
    return given.length < 2 ? [] : [{ n: 1, units: [given.map((cell) => Number(cell) - 1).join("")] }];
  });
}

test("Krippendorff 2011, example C: four observers, twelve units, values missing: .815", () => {
  // "Computing Krippendorff's Alpha-Reliability", section C; printed: nominal .743 (113/152), ordinal .815, interval .849
  // (951/1120). With rational arithmetic the ordinal one is 108577/133160 = 0.8153875.
  const fourObservers = patternsOf(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
  );
  const { alpha, sessions } = figuresOfUnits(fourObservers, "test");
  expect(alpha).toBeCloseTo(108_577 / 133_160, digits);
  expect(alpha?.toFixed(3)).toBe("0.815");
  // The twelfth unit has one value only.
  expect(sessions).toBe(11);
});

test("three coders, fifteen units, half of the values missing", () => {
  // The worked example of Wikipedia's article on Krippendorff's alpha, which prints .691 nominal (56/81) and .811 interval
  // (643/793). With rational arithmetic the ordinal one is 112173/139048 = 0.8067214.
  const coders = [". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .", ". . 2 1 3 4 4 . 2 1 1 3 3 . 4"];
  const units = patternsOf(...coders).map((pattern) => Array.from(pattern.units.join(""), Number));
  expect(alphaOf(units, "nominal")).toBeCloseTo(56 / 81, digits);
  expect(alphaOf(units, "nominal")?.toFixed(3)).toBe("0.691");
  expect(alphaOf(units, "interval")).toBeCloseTo(643 / 793, digits);
  expect(alphaOf(units, "interval")?.toFixed(3)).toBe("0.811");
  expect(figuresOfUnits(patternsOf(...coders), "test").alpha).toBeCloseTo(112_173 / 139_048, digits);
});

const digitsOf = (levels: readonly number[]) => levels.join("");
const level = fc.integer({ min: 0, max: 4 });
const someUnits = fc.array(fc.array(level, { minLength: 2, maxLength: 5 }), { minLength: 10, maxLength: 40 });

test("counted patterns give what alpha gives unit by unit", () => {
  fc.assert(
    fc.property(someUnits, (units) => {
      const { alpha } = figuresOfUnits(
        units.map((unit) => ({ n: 1, units: [digitsOf(unit)] })),
        "test",
      );
      const expected = alphaOf(units, "ordinal");
      expect(alpha === null).toBe(expected === null);
      expect(alpha ?? 0).toBeCloseTo(expected ?? 0, 9);
    }),
    { numRuns: 30 },
  );
});

test("who gave which level, and in which order sessions come, changes nothing", () => {
  fc.assert(
    fc.property(someUnits, (units) => {
      const asGiven = units.map((unit) => ({ n: 1, units: [digitsOf(unit)] }));
      const relabelled = units.map((unit) => ({ n: 1, units: [digitsOf([...unit].reverse())] })).reverse();
      const [one, other] = [figuresOfUnits(asGiven, "test"), figuresOfUnits(relabelled, "test")];
      expect(other.exact).toBeCloseTo(one.exact ?? 0, 12);
      expect(other.alpha ?? 0).toBeCloseTo(one.alpha ?? 0, 12);
      expect(other.interval?.low ?? 0).toBeCloseTo(one.interval?.low ?? 0, 12);
      expect(other.interval?.high ?? 0).toBeCloseTo(one.interval?.high ?? 0, 12);
    }),
    { numRuns: 15 },
  );
});

test("full agreement is 1, one level for everything is undefined, and few sessions say nothing", () => {
  const same = (unit: string, n: number) => ({ n, units: [unit] });
  expect(figuresOfUnits([same("11", 8), same("333", 4)], "test")).toEqual({
    sessions: 12,
    exact: 1,
    alpha: 1,
    interval: { low: 1, high: 1 },
    notDefined: null,
  });
  expect(figuresOfUnits([same("22", 30)], "test")).toMatchObject({ exact: 1, alpha: null, notDefined: "one class" });
  expect(figuresOfUnits([same("23", 4)], "test")).toMatchObject({ sessions: 4, exact: null, notDefined: "too few" });
  expect(figuresOfUnits([same("23", 9)], "test")).toMatchObject({ exact: 0, alpha: null, notDefined: "too few" });
  expect(figuresOfUnits([], "test")).toMatchObject({ sessions: 0, exact: null, notDefined: "too few" });
});

test("sessions with several criteria are drawn whole", () => {
  const made = makeSessions(60, { criteria: 4 });
  const whole = made.map(({ people }) => ({ n: 1, units: people.map(digitsOf) }));
  const apart = whole.flatMap(({ units }) => units.map((unit) => ({ n: 1, units: [unit] })));
  const [bySession, byLevel] = [figuresOfUnits(whole, "test"), figuresOfUnits(apart, "test")];
  expect(bySession.alpha).toBeCloseTo(byLevel.alpha ?? 0, 12);
  expect(bySession.sessions).toBe(60);
  expect(byLevel.sessions).toBe(240);
  expect(bySession.interval).not.toEqual(byLevel.interval);
});
