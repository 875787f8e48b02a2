import fc from "fast-check";
import { expect, test } from "vitest";
import { alphaInterval, alphaOf, type Metric, type Unit } from "#app/domain/grading/calibration/agreement/alpha.ts";
import { seededRandom } from "#app/domain/simulator/seeded-random.ts";

// The worked examples of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), each as the exact fraction
// that its printed coincidence matrix gives and with the digits that are printed there.

const digits = 6;

/** Raters in rows, units in columns, as such data are printed; a dot is nothing said. */
function unitsOf(...rows: string[]): Unit[] {
  const table = rows.map((row) => row.split(" ").map((cell) => (cell === "." ? null : Number(cell))));
  return (table[0] ?? []).map((_, unit) => table.map((row) => row[unit] ?? null));
}

test("A: two observers, ten units, two values: .095", () => {
  const units = unitsOf("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0");
  // o01 = 4, n0 = 14, n1 = 6: 1 - 19 * 4 / (14 * 6).
  for (const metric of ["nominal", "ordinal", "interval"] as const) {
    expect(alphaOf(units, metric)).toBeCloseTo(1 - (19 * 4) / (14 * 6), digits);
  }
  expect(alphaOf(units, "nominal")?.toFixed(3)).toBe("0.095");
});

test("B: two observers, twelve units, five categories: .692", () => {
  const units = unitsOf("1 1 2 2 4 3 3 3 5 4 4 1", "2 1 2 2 2 3 3 3 5 4 4 4");
  // 3 of 12 units differ, so 6 of 24 values; n = 4, 6, 6, 6, 2: 1 - 23 * 6 / (576 - 128).
  expect(alphaOf(units, "nominal")).toBeCloseTo(1 - (23 * 6) / (576 - 128), digits);
  expect(alphaOf(units, "nominal")?.toFixed(3)).toBe("0.692");
});

// C: four observers, twelve units, values missing. Printed: n = 9, 13, 10, 5, 3, together 40; off its diagonal the
// coincidence matrix has o12 = 4/3, o13 = 1/3, o14 = 1/3, o23 = 4/3, o24 = 1/3, o34 = 1/3.
const fourObservers = unitsOf(
  "1 2 3 3 2 1 4 1 2 . . .",
  "1 2 3 3 2 2 4 1 2 5 . 3",
  ". 3 3 3 2 3 4 2 2 5 1 .",
  "1 2 3 3 2 4 4 1 2 5 1 .",
);

test("C, nominal: .743", () => {
  // 1 - 39 * 8 / (1600 - 384) = 113 / 152
  expect(alphaOf(fourObservers, "nominal")).toBeCloseTo(113 / 152, digits);
  expect(alphaOf(fourObservers, "nominal")?.toFixed(3)).toBe("0.743");
});

test("C, ordinal: .815", () => {
  // Squared differences 11, 22.5, 30, 34; 11.5, 19, 23; 7.5, 11.5; 4 squared: 1 - 39 * 945.5 / 199740
  expect(alphaOf(fourObservers, "ordinal")).toBeCloseTo(1 - (39 * 945.5) / 199_740, digits);
  expect(alphaOf(fourObservers, "ordinal")?.toFixed(3)).toBe("0.815");
});

test("C, interval: .849", () => {
  // 1 - 39 * (26 / 3) / 2240 = 951 / 1120
  expect(alphaOf(fourObservers, "interval")).toBeCloseTo(951 / 1120, digits);
  expect(alphaOf(fourObservers, "interval")?.toFixed(3)).toBe("0.849");
});

test("what is not defined stays null: no units, nothing to pair, and one value for everything", () => {
  const none: Unit[][] = [
    [],
    [[1], [2], [null, 3]],
    [
      [1, 1],
      [1, 1, null],
    ],
    [[1, 1], [2]],
  ];
  for (const units of none) {
    expect(alphaOf(units, "ordinal")).toBeNull();
    expect(alphaInterval(units, { metric: "ordinal", random: seededRandom(1) })).toBeNull();
  }
});

test("full agreement is 1, and whoever said nothing changes nothing", () => {
  expect(alphaOf([[1, 1], [2, 2], [3, 3]], "ordinal")).toBe(1); // prettier-ignore
  expect(alphaOf([[1, null, 1], [2, 2], [3, 3, null], [null, 5]], "ordinal")).toBe(1); // prettier-ignore
});

/** Alpha as it is defined for complete or incomplete data, value by value, without a coincidence matrix. */
function alphaByDefinition(units: readonly Unit[], metric: Metric): number | null {
  const rated = units.map((unit) => unit.filter((value) => value !== null)).filter(({ length }) => length > 1);
  const all = rated.flat();
  const squared = (a: number, b: number) => {
    if (metric === "nominal") return a === b ? 0 : 1;
    if (metric === "interval") return (a - b) ** 2;
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const count = (from: number, to: number) => all.filter((value) => value >= from && value <= to).length;
    return a === b ? 0 : (count(low, high) - (count(low, low) + count(high, high)) / 2) ** 2;
  };
  const total = (values: readonly number[]) => values.flatMap((a) => values.map((b) => squared(a, b))).reduce(plus, 0);
  const observed = rated.map((unit) => total(unit) / (unit.length - 1)).reduce(plus, 0) / all.length;
  const expected = total(all) / (all.length * (all.length - 1));
  return expected > 0 ? 1 - observed / expected : null;
}

const plus = (a: number, b: number) => a + b;

const someUnits = fc.array(
  fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }), { minLength: 0, maxLength: 4 }),
  { maxLength: 12 },
);

test.each(["nominal", "ordinal", "interval"] as const)("alpha, %s, is what its definition gives", (metric) => {
  fc.assert(
    fc.property(someUnits, (units) => {
      const [alpha, expected] = [alphaOf(units, metric), alphaByDefinition(units, metric)];
      expect(alpha === null).toBe(expected === null);
      expect(alpha ?? 0).toBeCloseTo(expected ?? 0, 9);
    }),
  );
});

test("the interval holds alpha, is the same for the same seed, and narrows with more of the same units", () => {
  const interval = (units: readonly Unit[], seed: number) => {
    const found = alphaInterval(units, { metric: "ordinal", random: seededRandom(seed) });
    if (!found) throw new Error("The interval is defined here.");
    return found;
  };
  const alpha = alphaOf(fourObservers, "ordinal") ?? 0;
  const few = interval(fourObservers, 7);
  expect(interval(fourObservers, 7)).toEqual(few);
  expect(interval(fourObservers, 8)).not.toEqual(few);
  expect(few.low).toBeLessThan(alpha);
  expect(few.high).toBeGreaterThan(alpha);
  const many = interval(Array.from({ length: 10 }, () => fourObservers).flat(), 7);
  expect(many.high - many.low).toBeLessThan((few.high - few.low) / 2);
});

test("seeded chance gives the numbers of Mulberry32, from 0 up to 1, evenly", () => {
  const random = seededRandom(1);
  const drawn = Array.from({ length: 10_000 }, random);
  // The first numbers that the reference implementation gives for seed 1.
  expect(drawn.slice(0, 2).map((each) => each.toFixed(8))).toEqual(["0.62707394", "0.00273572"]);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(1);
  expect(drawn.reduce(plus, 0) / drawn.length).toBeCloseTo(0.5, 1);
});
