import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { CurvePoint } from "#app/domain/simulator/tuning/training.ts";
import { defaultTuning, tuningWith, type TuningInputs } from "#app/domain/simulator/tuning/tuning-inputs.ts";
import type { Arm, TuningResult } from "#app/domain/simulator/tuning/tuning-result.ts";
import { runTuning, trainBase, type Base, type Progress } from "#app/domain/simulator/tuning/tuning-run.ts";

vi.setConfig({ testTimeout: 120_000 });

/** The default seed and two more: what the lab shows is no accident of one. */
const seeds = [defaultTuning.seed, 2, 3];

function exhaust<Result>(steps: Generator<Progress, Result>): Result {
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value;
}

const bases = new Map<number, Base>();
const results = new Map<string, TuningResult>();

function run(set: Partial<TuningInputs>): TuningResult {
  const inputs = tuningWith(set);
  const base = bases.get(inputs.seed) ?? exhaust(trainBase(inputs.seed));
  bases.set(inputs.seed, base);
  const key = JSON.stringify(inputs);
  const result = results.get(key) ?? exhaust(runTuning(inputs, base));
  results.set(key, result);
  return result;
}

function lastOf({ curve }: Arm): CurvePoint {
  const last = curve.at(-1);
  if (!last) throw new Error("Nothing was trained.");
  return last;
}

const dropOf = (arm: Arm) => (arm.curve[0]?.generalAccuracy ?? 0) - lastOf(arm).generalAccuracy;

test("the base knows the general rule and not the convention", () => {
  for (const seed of seeds) {
    const [bare] = run({ seed }).answering;
    expect(bare?.general).toBeGreaterThan(0.95);
    expect(bare?.first).toBeLessThan(0.5);
    expect(bare?.second).toBeLessThan(0.5);
  }
});

test("full fine-tuning on the convention alone learns it and forgets the general rule", () => {
  for (const seed of seeds) {
    const { full } = run({ seed });
    expect(lastOf(full).heldOutAccuracy).toBeGreaterThan(0.93);
    expect(dropOf(full)).toBeGreaterThan(0.5);
  }
});

test("15 % of general data cures most of the forgetting and costs little of the convention", () => {
  for (const seed of seeds) {
    const [without, mixed] = [run({ seed }).full, run({ seed, general: 15 }).full];
    expect(dropOf(mixed)).toBeLessThan(dropOf(without) / 4);
    expect(lastOf(mixed).heldOutAccuracy).toBeGreaterThan(lastOf(without).heldOutAccuracy - 0.05);
  }
});

test("an adapter of a seventh of the numbers learns the convention nearly as well and forgets less", () => {
  for (const seed of seeds) {
    const { full, lora, weights } = run({ seed });
    expect(lora.trained / weights).toBeLessThan(1 / 7);
    expect(lastOf(lora).heldOutAccuracy).toBeGreaterThan(lastOf(full).heldOutAccuracy - 0.05);
    expect(dropOf(lora)).toBeLessThan(dropOf(full) - 0.15);
  }
});

test("with seed 1 the adapter forgets more, as the page says of it", () => {
  const { full, lora } = run({ seed: 1 });
  expect(dropOf(lora)).toBeGreaterThan(dropOf(full));
});

test("50 examples are learned by heart: better and better on them, worse on unseen messages", () => {
  for (const seed of seeds) {
    const { full } = run({ seed, examples: 50 });
    const last = lastOf(full);
    const best = full.curve.reduce((least, point) => (point.heldOutLoss < least.heldOutLoss ? point : least));
    expect(last.trainingAccuracy - last.heldOutAccuracy).toBeGreaterThan(0.06);
    expect(last.trainingLoss).toBeLessThan(best.trainingLoss);
    expect(last.heldOutLoss).toBeGreaterThan(best.heldOutLoss);
    expect(last.heldOutAccuracy).toBeLessThan(lastOf(run({ seed }).full).heldOutAccuracy - 0.04);
  }
});

test("a learning rate of 1 diverges, and the step and the losses say so", () => {
  for (const seed of seeds) {
    const { full, lora } = run({ seed, rate: 1 });
    for (const { diverged } of [full, lora]) {
      expect(diverged?.step).toBeLessThan(10);
      expect(diverged?.loss ?? Infinity).toBeGreaterThan(4 * (diverged?.startLoss ?? Infinity));
    }
  }
});

test("an adapter changes what the base answers and not one bit of the base", () => {
  for (const seed of seeds) {
    const { answering, full, lora } = run({ seed });
    const [bare, first, second] = answering;
    expect(new Set(answering.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(lora.fingerprint).toBe(bare?.fingerprint);
    expect(full.fingerprint).not.toBe(bare?.fingerprint);
    expect(first?.first).toBeGreaterThan(0.9);
    expect(second?.second).toBeGreaterThan(0.9);
    expect(second?.first).toBeLessThan(0.6);
    expect(new Set(answering.map(({ answers }) => answers)).size).toBe(3);
  }
});

test("the trained numbers are counted: all of 7-48-48-4 with biases, and rank times the sides of each layer", () => {
  const { weights, full, lora } = run({});
  expect(weights).toBe(7 * 48 + 48 + 48 * 48 + 48 + 48 * 4 + 4);
  expect(full.trained).toBe(weights);
  expect(lora.trained).toBe(2 * (7 + 48 + 48 + 48 + 48 + 4));
});

test("the same seed gives the same run to the last bit, here and anywhere", () => {
  const inputs = tuningWith({ steps: 120 });
  const [once, again] = [0, 1].map(() => exhaust(runTuning(inputs, exhaust(trainBase(inputs.seed)))));
  expect(again).toEqual(once);
  // Only arithmetic that IEEE 754 fixes is used, so this holds on every machine.
  expect(run({}).answering[0]?.fingerprint).toBe("273ae679");
  expect(run({ seed: 2 }).answering[0]?.fingerprint).not.toBe("273ae679");
});

test("tuning leaves the base that is kept for the next run as it was", () => {
  const base = exhaust(trainBase(5));
  const inputs = tuningWith({ seed: 5, steps: 60 });
  expect(exhaust(runTuning(inputs, base))).toEqual(exhaust(runTuning(inputs, base)));
});

/** Every number anywhere in a result. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

test("whatever is allowed gives finite numbers and an answer for every place", () => {
  const inputs = fc.record({
    rank: fc.constantFrom(1, 2, 16),
    alpha: fc.constantFrom(1, 64),
    rate: fc.constantFrom(0.0001, 0.05, 0.4, 1),
    examples: fc.constantFrom(20, 1000),
    general: fc.constantFrom(0, 50),
    steps: fc.constantFrom(50, 77),
  });
  fc.assert(
    fc.property(inputs, (set) => {
      const result = run({ ...set, seed: seeds[1] });
      expect(numbersIn(result).every(Number.isFinite)).toBe(true);
      for (const { answers } of [result.full, result.lora, ...result.answering])
        expect(answers).toMatch(/^[0-3]{1936}$/);
      expect(result.full.curve.at(-1)?.step).toBe(result.full.diverged ? result.full.curve.at(-1)?.step : set.steps);
    }),
    { numRuns: 8 },
  );
});
