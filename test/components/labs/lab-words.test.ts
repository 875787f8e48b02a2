import fc from "fast-check";
import { expect, test } from "vitest";
import {
  amountWords,
  moneyWords,
  numberWords,
  ordinalWords,
  shortWords,
  unitWords,
} from "#app/components/labs/amount.ts";
import { answerWords } from "#app/components/labs/cost/answer-words.ts";
import { costViews } from "#app/components/labs/cost/cost-views.ts";
import { readPrices, settingsOfPrices } from "#app/components/labs/cost/price-state.ts";
import { faultWords } from "#app/components/labs/fault-words.ts";
import { fieldText, readPresetState } from "#app/components/labs/preset-state.ts";
import { positionOf, trackOf, valueAt } from "#app/components/labs/slider-track.ts";
import { costPresets } from "#app/domain/simulator/cost/cost-presets.ts";
import { latencyPresets } from "#app/domain/simulator/latency/latency-presets.ts";

const inputs = [...costPresets, ...latencyPresets].flatMap((preset) => preset.inputs);

test("amounts read as people write them", () => {
  expect([1320, 12.5, -310, 0.00109, 0, 756].map(moneyWords)).toEqual([
    "$1,320",
    "$12.50",
    "−$310",
    "$0.00109",
    "$0",
    "$756",
  ]);
  expect([0.298412, 4.33333, 50_000].map(numberWords)).toEqual(["0.298", "4.33", "50,000"]);
  expect([1, 2, 3, 11, 91, 112].map(ordinalWords)).toEqual(["1st", "2nd", "3rd", "11th", "91st", "112th"]);
  expect(["USD/month", "queries/day", "USD/1M tokens", "%"].map(unitWords)).toEqual([
    "a month",
    "queries a day",
    "a million tokens",
    "",
  ]);
  expect(amountWords(0.55, "share from 0 to 1")).toBe("55 %");
  expect(shortWords(15_100, "USD")).toBe("$15.1K");
});

function answerOf(query: string): string {
  const { preset, values } = readPresetState(costPresets, new URLSearchParams(query));
  const view = costViews[preset.id];
  const [{ sides, breakEven, input = "" }] = preset.compute(values).breakEvens;
  if (!view || !sides) throw new Error(`${preset.id} cannot be told.`);
  return answerWords({ sides, breakEven, at: values[input] ?? null }, view.main);
}

test("the answer says who is cheaper, by how much, and what would turn it", () => {
  expect(answerOf("retrainsPerMonth=1")).toBe(
    "Retrained once a month, fine-tuning is cheaper by $90 a month. It flips above 1.11 retrains a month.",
  );
  expect(answerOf("retrainsPerMonth=2")).toBe(
    "Retrained twice a month, retrieval is cheaper by $710 a month. It flips below 1.11 retrains a month.",
  );
  expect(answerOf("retrainsPerMonth=1.1125")).toMatch(/both cost about \$1,320\. Cost does not decide this one\.$/);
  expect(answerOf("preset=s2-compare-costs")).toBe(
    "At 10,000 queries a month, fine-tuning is cheaper by $1,300 a month. No break-even exists.",
  );
  expect(answerOf("preset=s0-compliance")).toBe(
    "At the same price a token, the tuned model is cheaper by $756 a month. It flips above 2.91 times the base price.",
  );
  expect(answerOf("preset=s0-lora-run")).toMatch(/^After 833 runs, GPU time has cost as much as/);
});

test("every cost model has a view, and its first inputs exist", () => {
  for (const preset of costPresets) {
    const view = costViews[preset.id];
    expect(view, preset.id).toBeDefined();
    for (const id of view?.first ?? []) expect(preset.inputs.map((input) => input.id)).toContain(id);
  }
});

test("an address of any kind gives a model, values, and words for what is wrong", () => {
  const { preset, faults, unknownPreset, texts } = readPresetState(
    costPresets,
    new URLSearchParams({
      preset: "s9-none",
      queriesPerDay: "a\n\tlot of <b>queries</b> indeed",
      trainingRunUsd: "-1",
    }),
  );
  expect([preset.id, unknownPreset]).toEqual(["s0-document-qa", "s9-none"]);
  expect(faults.map((fault) => faultWords(fault, preset.inputs))).toEqual([
    "Write a whole number from 1 to 1,000,000,000 (queries a day); “a lot of <b>queries</b> …” is not one. Computed with 50,000 instead.",
    "Write a number from 0 to 10,000,000 (a run); “-1” is less. Computed with 800 instead.",
  ]);
  expect(texts.trainingRunUsd).toBe("-1");
  const stages = readPresetState(latencyPresets, new URLSearchParams({ rerankP95Ms: "5" }));
  const [together] = stages.faults.map((fault) => faultWords(fault, stages.preset.inputs));
  expect(together).toBe("“Reranking, p95” must be “Reranking, p50” or more: 5 is below 35. Computed with 65 instead.");
});

test("what a field shows may be sent back as it is: thousands with commas, and a default cut short", () => {
  for (const preset of costPresets) {
    const sent = new URLSearchParams(preset.inputs.map((input) => [input.id, fieldText(input.default)]));
    sent.set("preset", preset.id);
    const { values, faults } = readPresetState(costPresets, sent);
    expect(faults).toEqual([]);
    expect(values).toEqual(Object.fromEntries(preset.inputs.map((input) => [input.id, input.default])));
  }
  expect(readPresetState(costPresets, new URLSearchParams({ queriesPerDay: "80,000" })).values.queriesPerDay).toBe(
    80_000,
  );
  expect(readPresetState(costPresets, new URLSearchParams({ queriesPerDay: "80,00" })).faults).toHaveLength(1);
});

test("a price that is set reaches the model it feeds and is dated; one that cannot be is named", () => {
  const prices = readPrices(
    new URLSearchParams({ "price.gpu": "2.5", "price.work": "free", asOf: "2026-02-30" }),
    "2026-11-21",
  );
  expect(settingsOfPrices(prices, "s0-document-qa-self-hosted")).toEqual({ usdPerGpuHour: "2.5" });
  expect(prices.table.find(({ id }) => id === "gpu")?.asOf).toBe("2026-11-21");
  expect(Object.keys(prices.faults)).toEqual(["work"]);
  expect(prices.asOfFault).toMatch(/^Write a day as /);
  const state = readPresetState(costPresets, new URLSearchParams({ preset: "s0-document-qa-self-hosted" }), ({ id }) =>
    settingsOfPrices(prices, id),
  );
  expect(state.values.usdPerGpuHour).toBe(2.5);
});

test("a slider meets every value that a source says, and never leaves what is allowed", () => {
  for (const input of inputs) {
    const track = trackOf(input);
    if (!track) continue;
    expect(track.low, input.id).toBeLessThan(track.high);
    expect(positionOf(track, input.default), input.id).toBeGreaterThanOrEqual(0);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: track.steps }), (position) => {
        const value = valueAt(track, position, input.whole);
        return value >= input.min && value <= input.max && (!input.whole || Number.isInteger(value));
      }),
      { numRuns: 30 },
    );
    const position = Math.round(positionOf(track, input.default));
    const near = track.stops.filter((stop) => Math.abs(positionOf(track, stop) - position) <= 0.5);
    expect(near, input.id).toContain(valueAt(track, position, input.whole));
  }
});
