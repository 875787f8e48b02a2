import fc from "fast-check";
import { expect, test } from "vitest";
import { solveBreakEven, solvePayback } from "#app/domain/simulator/break-even.ts";
import { costPresets } from "#app/domain/simulator/cost/cost-presets.ts";
import { editPrices, prices, settingsOf } from "#app/domain/simulator/cost/prices.ts";
import { latencyPresets } from "#app/domain/simulator/latency/latency-presets.ts";
import { parseNumber } from "#app/domain/simulator/input.ts";
import { defaultsOf, readPresetSettings, runPreset, type Preset } from "#app/domain/simulator/preset.ts";
import { rangeOf, tornado, valueOf } from "#app/domain/simulator/sensitivity.ts";
import { refusalOf, reportOf } from "#test/support/simulator.ts";

const presets = [...costPresets, ...latencyPresets];

const named = (id: string): Preset => {
  const found = presets.find((preset) => preset.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
};

const asText = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, String(value)]));

/** Any values that a preset allows; durations are kept small so that no draw takes long. */
function valuesOf(preset: Preset): fc.Arbitrary<Record<string, number>> {
  const each = preset.inputs.map(({ id, min, max, whole, default: own }) => {
    if (id === "draws") return [id, fc.constant(100)] as const;
    const number = whole ? fc.integer({ min, max: Math.min(max, 2 ** 31 - 1) }) : fc.double({ min, max, noNaN: true });
    const any = fc.oneof(fc.constant(own), fc.constant(min), fc.constant(max), number);
    return [id, any.map((value) => parseNumber(String(value)) ?? own)] as const;
  });
  return fc.record(Object.fromEntries(each)).filter((values) => readPresetSettings(preset, asText(values)).ok);
}

test.each(presets.map((preset) => [preset.id, preset] as const))(
  "%s never gives a number that is none, whatever its inputs are",
  (_id, preset) => {
    fc.assert(
      fc.property(valuesOf(preset), (values) => {
        const { lines, breakEven } = runPreset(preset, values);
        for (const line of lines) {
          expect(Number.isFinite(line.value), line.id).toBe(true);
          if (line.difference !== null) expect(Number.isFinite(line.difference), line.id).toBe(true);
        }
        if (breakEven.kind === "at") expect(breakEven.value > 0 && Number.isFinite(breakEven.value)).toBe(true);
      }),
      { numRuns: 60 },
    );
  },
);

test.each(presets.map((preset) => [preset.id, preset] as const))(
  "%s survives being written down, its defaults are allowed, and its lines have ids of their own",
  (_id, preset) => {
    const report = reportOf(preset);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(new Set(report.lines.map(({ id }) => id)).size).toBe(report.lines.length);
    expect(Object.keys(report)).toEqual(["preset", "inputs", "lines", "breakEven", "notes"]);
    for (const input of preset.inputs) {
      expect(readPresetSettings(preset, { [input.id]: String(input.default) }).ok, input.id).toBe(true);
      expect(input.source !== null || input.basis !== undefined || ["draws", "seed"].includes(input.id), input.id).toBe(
        true,
      );
    }
  },
);

test("every source that a preset cites has that line", () => {
  const lengths = { S0: 412, S1: 243, S2: 545, S3: 27 };
  const cited = presets.flatMap(
    (preset) => JSON.stringify([preset.inputs, reportOf(preset)]).match(/S\d:\d+(-\d+)?/g) ?? [],
  );
  expect(cited.length).toBeGreaterThan(200);
  for (const source of cited) {
    const [, seed = "", from = "", to = from] = /^(S\d):(\d+)(?:-(\d+))?$/.exec(source) ?? [];
    expect(Number(to), source).toBeLessThanOrEqual(lengths[seed as keyof typeof lengths] ?? 0);
    expect(Number(from), source).toBeLessThanOrEqual(Number(to));
  }
});

const amount = fc.integer({ min: 0, max: 1e9 }).map((thousandths) => thousandths / 1000);

test("a break-even really balances, and without one the winner is never dearer", () => {
  fc.assert(
    fc.property(amount, amount, amount, amount, amount, (fixedA, perA, fixedB, perB, units) => {
      const [left, right] = [
        { approach: "rag", fixed: fixedA, perUnit: perA } as const,
        { approach: "fine-tune", fixed: fixedB, perUnit: perB } as const,
      ];
      const cost = ({ fixed, perUnit }: typeof left | typeof right, at: number) => fixed + perUnit * at;
      const solved = solveBreakEven(left, right, "units");
      if (solved.kind === "at") {
        const [one, other] = [cost(left, solved.value), cost(right, solved.value)];
        expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-6 * Math.max(1, one));
      }
      if (solved.kind === "always") {
        const [winner, loser] = solved.winner === "rag" ? [left, right] : [right, left];
        const dearer = cost(winner, units) - cost(loser, units);
        expect(dearer).toBeLessThanOrEqual(1e-6 * Math.max(1, cost(loser, units)));
      }
    }),
  );
});

test("an outlay comes back at a value, at once, or never", () => {
  expect(solvePayback({ approach: "fine-tune", outlay: 100, savingPerUnit: 4 }, "months")).toEqual({
    kind: "at",
    value: 25,
    unit: "months",
  });
  expect(solvePayback({ approach: "fine-tune", outlay: 0, savingPerUnit: 4 }, "months")).toEqual({
    kind: "always",
    winner: "fine-tune",
  });
  expect(solvePayback({ approach: "fine-tune", outlay: 100, savingPerUnit: 0 }, "months")).toEqual({ kind: "never" });
});

/** Inputs that are prices, volumes or amounts, with a bill that each of them can only raise. */
const raising: [preset: string, line: string][] = [
  ["s0-document-qa", "rag-monthly"],
  ["s0-document-qa", "ft-monthly"],
  ["s0-document-qa-self-hosted", "ft-monthly"],
  ["s0-compliance", "base-llm"],
  ["s0-compliance", "tuned-llm"],
  ["s2-setup", "outlay"],
  ["s2-per-query", "rag-total"],
  ["s2-compare-costs", "rag-monthly"],
];

test.each(raising)("in %s a dearer price or a larger volume never lowers %s", (id, lineId) => {
  const preset = named(id);
  const inputs = preset.inputs.map((input) => input.id);
  fc.assert(
    fc.property(
      valuesOf(preset),
      fc.constantFrom(...inputs),
      fc.double({ min: 1, max: 3, noNaN: true }),
      (values, input, times) => {
        const raised = { ...values, [input]: (values[input] ?? 0) * times };
        expect(valueOf(preset, raised, lineId)).toBeGreaterThanOrEqual(valueOf(preset, values, lineId));
      },
    ),
    { numRuns: 60 },
  );
});

test("what is no number, too small, too large or unknown is refused with what is allowed", () => {
  const preset = named("s0-document-qa");
  const allowed = "queriesPerDay must be a whole number from 1 to 1000000000 (queries/day), not";
  for (const text of ["", "many", "NaN", "Infinity", "0x10", "1,000", "1e400", "0", "-1", "1.5", "1e12", "--1"]) {
    expect(refusalOf(preset, { queriesPerDay: text })).toBe(`${allowed} "${text}"`);
  }
  expect(refusalOf(preset, { "queries\nPerDay": "1" })).toMatch(
    /^"queries PerDay" is no input; there are queriesPerDay, /,
  );
  expect(refusalOf(preset, { cacheHitShare: "1.01" })).toMatch(/from 0 to 1 /);
  expect(refusalOf(named("s0-stages"), { searchP95Ms: "5" })).toBe(
    "searchP95Ms must be searchP50Ms or more: 5 is below 8",
  );
});

test("the tornado puts the input that matters most first, and says whose ends they are", () => {
  const preset = named("s2-compare-costs");
  const swings = tornado(preset, defaultsOf(preset), "rag-monthly");
  expect(swings.map(({ swing }) => swing)).toEqual(swings.map(({ swing }) => swing).sort((a, b) => b - a));
  expect(swings[0]).toMatchObject({ input: "queriesPerMonth", low: 1000, high: 1e6, atLow: 250, atHigh: 150_100 });
  expect(swings.find(({ input }) => input === "ftUsdPerQuery")?.swing).toBe(0);
  expect(swings.find(({ input }) => input === "ftUsdPerMonth")).toMatchObject({ basis: "assumed" });
});

test("the range holds what every combination of the sources' values gives", () => {
  const preset = named("s2-compare-costs");
  const range = rangeOf(preset, defaultsOf(preset), "rag-monthly");
  expect(range.low).toBeCloseTo(0.00109 * 1000 + 3, 9);
  expect(range.high).toBeCloseTo(0.21 * 1e6 + 500, 6);
});

test("an edited price is dated and reaches its presets; one that cannot be is refused", () => {
  const edited = editPrices({ "large-model-input": "4", gpu: " 2.5 " }, "2026-11-21");
  if (!edited.ok) throw new Error(edited.message);
  expect(edited.prices.find(({ id }) => id === "gpu")).toMatchObject({ usd: 2.5, asOf: "2026-11-21" });
  const settings = settingsOf(edited.prices, "s2-per-query");
  expect(settings).toEqual({ inputUsdPerMillionTokens: "4", outputUsdPerMillionTokens: "8" });
  expect(valueOf(named("s2-per-query"), defaultsOf(named("s2-per-query")), "rag-llm")).toBe(0.012);
  expect(reportOf(named("s2-per-query"), settings).lines[0]?.value).toBe(0.02);
  expect(editPrices({ gpu: "-1" }, "2026-11-21")).toMatchObject({ ok: false, price: "gpu" });
  expect(editPrices({ tpu: "1" }, "2026-11-21")).toMatchObject({
    ok: false,
    message: expect.stringContaining("embedding"),
  });
});

test("the table of prices holds each preset's own default, and names inputs that exist", () => {
  for (const preset of presets) {
    const settings = settingsOf(prices, preset.id);
    const read = readPresetSettings(preset, settings);
    expect(read).toEqual({ ok: true, values: defaultsOf(preset) });
  }
  const fed = prices.flatMap(({ feeds }) => feeds.map((input) => input.split("/")[0]));
  expect(fed.every((id) => presets.some((preset) => preset.id === id))).toBe(true);
});
