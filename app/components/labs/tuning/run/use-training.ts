import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { isSameTuning, type TuningInputs } from "#app/domain/simulator/tuning/tuning-inputs.ts";
import type { TuningResult } from "#app/domain/simulator/tuning/tuning-result.ts";
import type { Phase, Progress } from "#app/domain/simulator/tuning/tuning-run.ts";
import type { CurvePoint } from "#app/domain/simulator/tuning/training.ts";
import type { TuningOrder, TuningReport } from "./tuning-messages.ts";

export type Curves = Readonly<Partial<Record<Phase, readonly CurvePoint[]>>>;

export type Training = {
  /** `waiting`: nothing has been asked for yet, as before scripts run. */
  state: "waiting" | "training" | "trained" | "stopped" | "failed";
  /** The run under way or the last one, as far as it came. */
  inputs: TuningInputs;
  curves: Curves;
  now: Progress | null;
  /** The last whole result, perhaps of other inputs; the server's to begin with. */
  result: TuningResult | null;
  /** How long this browser took for `result`; null for the server's. */
  durationMs: number | null;
  /** Whether the server's run of the same inputs came to the same result; null if it made none. */
  asServed: boolean | null;
  problem: string | null;
};

export type TrainingControl = Training & { start: () => void; stop: () => void };

const settleMs = 350;

/** Trains in a worker whenever the inputs have settled. */
export function useTraining(inputs: TuningInputs, served: TuningResult | null): TrainingControl {
  const wanted = useSame(inputs);
  const [training, setTraining] = useState<Training>(() => begin(wanted, served));
  const worker = useRef<Worker | null>(null);
  const run = useRef(0);

  const fail = useCallback((problem: string) => {
    worker.current?.terminate();
    worker.current = null;
    setTraining((before) => ({ ...before, state: "failed", problem, now: null }));
  }, []);

  const start = useCallback(() => {
    run.current += 1;
    setTraining(({ result, durationMs, asServed }) => ({
      ...begin(wanted, result),
      state: "training",
      durationMs,
      asServed,
    }));
    try {
      worker.current ??= openWorker({ run, setTraining, fail });
      order(worker.current, { run: run.current, inputs: wanted });
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  }, [wanted, fail]);

  const stop = useCallback(() => {
    run.current += 1;
    if (worker.current) order(worker.current, { run: null });
    setTraining((before) => ({ ...before, state: "stopped" }));
  }, []);

  const isFirst = useRef(true);
  useEffect(() => {
    const timer = setTimeout(start, isFirst.current ? 0 : settleMs);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [start]);
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );
  return { ...training, start, stop };
}

/** The same object for as long as it says the same. */
function useSame({ rank, alpha, rate, examples, general, steps, seed }: TuningInputs): TuningInputs {
  return useMemo(
    () => ({ rank, alpha, rate, examples, general, steps, seed }),
    [rank, alpha, rate, examples, general, steps, seed],
  );
}

const order = (worker: Worker, said: TuningOrder) => worker.postMessage(said, []);

function begin(inputs: TuningInputs, result: TuningResult | null): Training {
  return { state: "waiting", inputs, curves: {}, now: null, result, durationMs: null, asServed: null, problem: null };
}

type Opening = {
  run: { current: number };
  setTraining: (change: (before: Training) => Training) => void;
  fail: (problem: string) => void;
};

function openWorker({ run, setTraining, fail }: Opening): Worker {
  const worker = new Worker(new URL("./tuning-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<TuningReport>) => {
    if (data.run !== run.current) return;
    if (data.kind === "failed") fail(data.message);
    else setTraining((before) => after(before, data));
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    fail(event.message || "the part that trains could not be loaded");
  });
  worker.addEventListener("messageerror", () => fail("a report could not be read"));
  return worker;
}

function after(before: Training, report: Exclude<TuningReport, { kind: "failed" }>): Training {
  if (report.kind === "done") {
    const { result, durationMs } = report;
    return { ...before, state: "trained", result, durationMs, asServed: comparison(before, result), now: null };
  }
  const { progress } = report;
  const curve = [...(before.curves[progress.phase] ?? []), progress.point];
  return { ...before, curves: { ...before.curves, [progress.phase]: curve }, now: progress };
}

/** With the server's result or with this browser's own before it. */
function comparison({ result: served, durationMs, asServed }: Training, result: TuningResult): boolean | null {
  if (!served || !isSameTuning(served.inputs, result.inputs)) return null;
  return durationMs === null ? JSON.stringify(served) === JSON.stringify(result) : asServed;
}

/** The result, if it belongs to these inputs. */
export function resultFor({ result }: Training, inputs: TuningInputs): TuningResult | null {
  return result && isSameTuning(result.inputs, inputs) ? result : null;
}
