import { runTuning, trainBase, type Base, type Progress } from "#app/domain/simulator/tuning/tuning-run.ts";
import type { TuningOrder, TuningReport } from "./tuning-messages.ts";

// Trains off the page's thread. Between two points of a curve it listens, so that it can be stopped or sent elsewhere.

let current: number | null = null;
/** The base of the last seed: it does not depend on anything else. */
let known: Base | null = null;

const tell = (report: TuningReport) => self.postMessage(report, { transfer: [] });
const listen = () => new Promise((resolve) => setTimeout(resolve, 0));

self.addEventListener("message", ({ data }: MessageEvent<TuningOrder>) => {
  current = data.run;
  if (data.run === null) return;
  const { run } = data;
  train(data).catch((error: unknown) => {
    tell({ run, kind: "failed", message: error instanceof Error ? error.message : String(error) });
  });
});

async function train({ run, inputs }: Extract<TuningOrder, { run: number }>): Promise<void> {
  const startedAt = performance.now();
  const base = known?.seed === inputs.seed ? known : await exhaust(run, trainBase(inputs.seed));
  if (!base) return;
  known = base;
  const result = await exhaust(run, runTuning(inputs, base));
  if (result) tell({ run, kind: "done", result, durationMs: performance.now() - startedAt });
}

/** Null when another order came in between. */
async function exhaust<Result>(run: number, steps: Generator<Progress, Result>): Promise<Result | null> {
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value;
    tell({ run, kind: "progress", progress: next.value });
    await listen();
    if (current !== run) return null;
  }
}
