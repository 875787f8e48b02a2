import { expect, test } from "vitest";
import { costAt } from "#app/domain/simulator/break-even.ts";
import { costPresets } from "#app/domain/simulator/cost/cost-presets.ts";
import { documentQa } from "#app/domain/simulator/cost/document-qa/document-qa.ts";
import { inputsWithRange, openCosts } from "#app/domain/simulator/cost/open-costs.ts";
import { volumeThresholds } from "#app/domain/simulator/cost/volume-thresholds.ts";
import { defaultsOf } from "#app/domain/simulator/preset.ts";
import { tornadoOf } from "#app/domain/simulator/sensitivity.ts";

test("the bands of the document study are one run at $800 to $2,400 and a database at $50 to $500", () => {
  const values = defaultsOf(documentQa);
  expect(inputsWithRange(documentQa, values, 0).map(({ id }) => id)).toEqual(["vectorDbUsdPerMonth", "trainingRunUsd"]);
  const [tuned, rag] = openCosts(documentQa, values, 0) ?? [];
  expect(tuned?.(2).low).toBeCloseTo(430 + 2 * 800, 6);
  expect(tuned?.(2).high).toBeCloseTo(430 + 2 * 2400, 6);
  expect(rag?.(2).low).toBeCloseTo(1170, 6);
  expect(rag?.(2).high).toBeCloseTo(1620, 6);
});

test.each(costPresets.map((preset) => [preset.id, preset] as const))(
  "%s draws the very costs that its break-evens were solved from",
  (_id, preset) => {
    for (const { breakEven, sides, over } of preset.compute(defaultsOf(preset)).breakEvens) {
      if (!sides) throw new Error(`${over} has no costs to draw.`);
      const [one, other] = sides;
      if (breakEven.kind === "at") {
        expect(costAt(one, breakEven.value)).toBeCloseTo(costAt(other, breakEven.value), 3);
      } else {
        for (const units of [1, 100, 1e6]) expect(costAt(one, units)).not.toBeCloseTo(costAt(other, units), 6);
      }
    }
  },
);

test("four sources would train at volumes a hundred times apart, told by the month and by the day", () => {
  const values = volumeThresholds.perMonth.map(({ value }) => value);
  expect(Math.max(...values) / Math.min(...values)).toBe(100);
  expect(volumeThresholds.perDay.find(({ source }) => source === "S0:325")?.value).toBe(100_000);
});

test("how often a model is trained again moves the document study's balance more than any price of a token", () => {
  const measure = (values: Readonly<Record<string, number>>) => {
    const [one, other] = documentQa.compute(values).breakEvens[0].sides ?? [];
    const at = values.retrainsPerMonth ?? 0;
    return one && other ? costAt(other, at) - costAt(one, at) : 0;
  };
  const [first] = tornadoOf(documentQa, defaultsOf(documentQa), measure);
  expect(first).toMatchObject({ input: "retrainsPerMonth", atLow: 890 });
});
