/**
 * A model of a source, ready to run: its inputs with the source's values as defaults, and what it computes from them.
 * Cost and latency models have this one form, so that a command and a page can run any of them.
 */
import type { Source } from "../scenarios/schema.ts";
import type { BreakEven, BreakEvenOver } from "./break-even.ts";
import { readSettings, type Input, type InputSpec, type ReadSettings, type Values } from "./input.ts";
import type { Line } from "./line.ts";

export type Computed = {
  lines: Line[];
  /** The first answers the preset's own question; the others are solved over other variables. */
  breakEvens: readonly [BreakEvenOver, ...BreakEvenOver[]];
  /** Why ours differs from the print, and what a figure stands on. */
  notes: string[];
};

export type Preset = {
  id: string;
  title: string;
  source: Source;
  inputs: readonly Input[];
  /** What one input alone cannot say, such as a p95 below its p50. */
  fault: (values: Values) => { input: string; message: string } | null;
  compute: (values: Values) => Computed;
};

export type Report = {
  preset: string;
  inputs: (Input & { value: number })[];
  lines: Line[];
  breakEven: BreakEven;
  notes: string[];
};

/** A preset whose `compute` knows its inputs by name. */
export function definePreset<Id extends string>({
  inputs,
  fault = () => null,
  compute,
  ...about
}: {
  id: string;
  title: string;
  source: Source;
  inputs: Record<Id, InputSpec>;
  fault?: (values: Record<Id, number>) => { input: NoInfer<Id>; message: string } | null;
  compute: (values: Record<Id, number>) => Computed;
}): Preset {
  const specs: [string, InputSpec][] = Object.entries(inputs);
  return {
    ...about,
    inputs: specs.map(([id, spec]) => ({ id, ...spec })),
    fault: (values) => fault(values as Record<Id, number>),
    compute: (values) => compute(values as Record<Id, number>),
  };
}

export function defaultsOf(preset: Pick<Preset, "inputs">): Values {
  return Object.fromEntries(preset.inputs.map((input) => [input.id, input.default]));
}

/** The values to run a preset with, or the first input that cannot be. */
export function readPresetSettings(preset: Preset, settings: Readonly<Record<string, string>>): ReadSettings {
  const read = readSettings(preset.inputs, settings);
  if (!read.ok) return read;
  const fault = preset.fault(read.values);
  return fault ? { ok: false, ...fault } : read;
}

export function runPreset(preset: Preset, values: Values): Report {
  const { lines, breakEvens, notes } = preset.compute(values);
  return {
    preset: preset.id,
    inputs: preset.inputs.map((input) => ({ ...input, value: values[input.id] ?? input.default })),
    lines,
    breakEven: breakEvens[0].breakEven,
    notes,
  };
}
