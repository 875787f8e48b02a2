import fc from "fast-check";
import { expect, test } from "vitest";
import { costPresets } from "#app/domain/simulator/cost/cost-presets.ts";
import { latencyPresets } from "#app/domain/simulator/latency/latency-presets.ts";
import { defaultsOf, readPresetSettings, type Preset } from "#app/domain/simulator/preset.ts";
import { readLeniently } from "#app/domain/simulator/settings.ts";

const presets = [...costPresets, ...latencyPresets];

const named = (id: string): Preset => {
  const found = presets.find((preset) => preset.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
};

test("every bad value is named with its reason and replaced by its default, and the good ones stand", () => {
  const preset = named("s0-document-qa");
  const { values, faults } = readLeniently(preset, {
    queriesPerDay: "many",
    ragTokensPerQuery: "-5",
    trainingRunUsd: "1e9",
    documents: "1.5",
    retrainsPerMonth: " 2 ",
    utm_source: "letter",
  });
  expect(faults.map(({ input, reason, used }) => [input, reason, used])).toEqual([
    ["queriesPerDay", "no-number", 50_000],
    ["ragTokensPerQuery", "too-small", 2100],
    ["documents", "not-whole", 500_000],
    ["trainingRunUsd", "too-large", 800],
  ]);
  expect(values).toEqual({ ...defaultsOf(preset), retrainsPerMonth: 2 });
});

test("of two values that do not go together the one at fault gives way, or else the one that helps", () => {
  const preset = named("s0-stages");
  const low = readLeniently(preset, { rerankP95Ms: "5" });
  expect(low.faults).toMatchObject([{ input: "rerankP95Ms", typed: "5", reason: "together", used: 65 }]);
  expect(low.values).toEqual(defaultsOf(preset));
  const high = readLeniently(preset, { rerankP50Ms: "500", budgetMs: "800" });
  expect(high.faults).toMatchObject([{ input: "rerankP50Ms", typed: "500", reason: "together", used: 35 }]);
  expect(high.values).toEqual({ ...defaultsOf(preset), budgetMs: 800 });
});

test("whatever is set, there are values that the preset allows, and nothing allowed is lost", () => {
  const text = fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String));
  fc.assert(
    fc.property(fc.constantFrom(...presets), fc.array(text, { minLength: 20, maxLength: 20 }), (preset, texts) => {
      const settings = Object.fromEntries(preset.inputs.map(({ id }, at) => [id, texts[at] ?? ""]));
      const { values, faults } = readLeniently(preset, settings);
      const written = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, String(value)]));
      expect(readPresetSettings(preset, written).ok).toBe(true);
      if (readPresetSettings(preset, settings).ok) expect(faults).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
