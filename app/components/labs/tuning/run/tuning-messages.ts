import type { TuningInputs } from "#app/domain/simulator/tuning/tuning-inputs.ts";
import type { TuningResult } from "#app/domain/simulator/tuning/tuning-result.ts";
import type { Progress } from "#app/domain/simulator/tuning/tuning-run.ts";

/** What the page asks of the worker; a new run takes the place of one that is under way. */
export type TuningOrder = { run: number; inputs: TuningInputs } | { run: null };

/** What the worker tells; `run` is the number it was ordered under. */
export type TuningReport = { run: number } & (
  | { kind: "progress"; progress: Progress }
  | { kind: "done"; result: TuningResult; durationMs: number }
  | { kind: "failed"; message: string }
);
