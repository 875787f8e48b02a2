import { defaultTuning } from "#app/domain/simulator/tuning/tuning-inputs.ts";
import type { TuningResult } from "#app/domain/simulator/tuning/tuning-result.ts";
import { runTuning, trainBase, type Progress } from "#app/domain/simulator/tuning/tuning-run.ts";

let trained: Promise<TuningResult> | null = null;

/**
 * The run of the tuning lab with its default inputs, for pages without scripts. It follows from the code alone, so it is
 * trained at the first request and kept; a second or two, in which other requests get their turn.
 */
export function trainDefault(): Promise<TuningResult> {
  trained ??= train().catch((error: unknown) => {
    trained = null;
    throw error;
  });
  return trained;
}

async function train(): Promise<TuningResult> {
  const base = await exhaust(trainBase(defaultTuning.seed));
  return exhaust(runTuning(defaultTuning, base));
}

async function exhaust<Result>(steps: Generator<Progress, Result>): Promise<Result> {
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
