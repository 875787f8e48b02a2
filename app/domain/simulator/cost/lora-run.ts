/**
 * One adapter trained on one GPU (S0:79-159): steps, time, money and size, from the script's own settings. The shapes of
 * the layers are the published ones of Mistral 7B, the model the script names (S0:80).
 */
import type { BreakEven } from "../break-even.ts";
import { exact, line, type Line } from "../line.ts";
import type { InputSpec } from "../input.ts";
import { definePreset, type Preset } from "../preset.ts";

const layers = 32;
const [hidden, keyValue, feedForward] = [4096, 1024, 14_336];
const baseParameters = 7_248_023_552;

/** Inputs and outputs of the seven matrices that S0:112-115 adapts in each layer. */
const adapted: readonly (readonly [inputs: number, outputs: number])[] = [
  [hidden, hidden],
  [hidden, keyValue],
  [hidden, keyValue],
  [hidden, hidden],
  [hidden, feedForward],
  [hidden, feedForward],
  [feedForward, hidden],
];

const inputs = {
  examples: { label: "Examples", unit: "examples", default: 2000, min: 1, max: 1e8, whole: true, source: "S0:159" },
  epochs: {
    label: "Passes over the examples",
    unit: "epochs",
    default: 3,
    min: 1,
    max: 1000,
    whole: true,
    source: "S0:83",
  },
  batchSize: {
    label: "Examples a step",
    unit: "examples/step",
    default: 16,
    min: 1,
    max: 1e6,
    whole: true,
    source: "S0:128-129",
    basis: "4 at a time, gathered 4 times",
  },
  rank: {
    label: "Rank",
    unit: "rank",
    default: 16,
    min: 1,
    max: 1024,
    whole: true,
    source: "S0:85",
    conflicts: [{ value: 8, says: "8 or 16", source: "S1:80" }],
  },
  bytesPerParameter: {
    label: "Bytes for a stored parameter",
    unit: "bytes",
    default: 2,
    min: 1,
    max: 8,
    source: null,
    basis: "16-bit numbers; the printed size does not say",
    conflicts: [{ value: 4, says: "28 GB of memory is the model in 32-bit numbers", source: "S0:89" }],
  },
  runMinutes: {
    label: "One run",
    unit: "minutes",
    default: 45,
    min: 1,
    max: 1e6,
    source: "S0:159",
    conflicts: [
      { value: 60, says: "1 to 24 hours for a hosted job", source: "S2:190" },
      { value: 1440, says: "1 to 24 hours for a hosted job", source: "S2:190" },
    ],
  },
  runUsd: {
    label: "GPU time of one run",
    unit: "USD/run",
    default: 3,
    min: 0.01,
    max: 1e7,
    source: "S0:159",
    spread: { low: 3, high: 5, source: "S0:159" },
  },
  preparationHours: {
    label: "Preparing examples",
    unit: "hours",
    default: 50,
    min: 0,
    max: 1e5,
    source: "S2:65",
    basis: "the article says weeks of experts' time, without an amount (S0:159)",
    spread: { low: 50, high: 500, source: "S2:65" },
  },
  usdPerHour: { label: "An hour of work", unit: "USD/hour", default: 50, min: 0, max: 10_000, source: "S2:96" },
} as const satisfies Record<string, InputSpec>;

type LoraValues = Record<keyof typeof inputs, number>;

export function adapterParameters(rank: number): number {
  return layers * adapted.reduce((sum, [ins, outs]) => sum + rank * (ins + outs), 0);
}

function loraLines(values: LoraValues): Line[] {
  const parameters = adapterParameters(values.rank);
  const share = (parameters / baseParameters) * 100;
  const megabytes = (parameters * values.bytesPerParameter) / 1e6;
  const hours = values.runMinutes / 60;
  const shareLine = { label: "Share of the model that is trained", unit: "%", value: share, source: "S0:121" };
  const sizeLine = { label: "Size of the adapter", unit: "MB", value: megabytes, source: "S0:158" };
  const steps = Math.ceil((values.examples * values.epochs) / values.batchSize);
  const labour = values.preparationHours * values.usdPerHour;
  return [
    line({ id: "steps", label: "Steps of the optimiser", unit: "steps", value: steps, source: "S0:127-129" }),
    line({
      id: "parameters",
      label: "Parameters trained",
      unit: "parameters",
      value: parameters,
      source: "S0:110-115",
    }),
    line({ ...shareLine, id: "share", printed: 0.5 }),
    line({ ...shareLine, id: "share-high", label: `${shareLine.label}, upper end of the print`, printed: 1 }),
    line({ ...sizeLine, id: "adapter", printed: 50 }),
    line({ ...sizeLine, id: "adapter-high", label: `${sizeLine.label}, upper end of the print`, printed: 100 }),
    line({
      id: "model-size",
      label: "Size of the whole model",
      unit: "GB",
      value: (baseParameters * values.bytesPerParameter) / 1e9,
      printed: 14,
      source: "S0:158",
    }),
    line({
      id: "gpu-hour",
      label: "Price of a GPU's hour",
      unit: "USD/hour",
      value: values.runUsd / hours,
      source: "S0:159",
    }),
    line({
      id: "gpu-hour-high",
      label: "Price of a GPU's hour at $5 a run",
      unit: "USD/hour",
      value: 5 / hours,
      source: "S0:159",
    }),
    line({ id: "labour", label: "Preparing the examples", unit: "USD", value: labour, printed: 2500, source: "S2:96" }),
  ];
}

function runsWorthTheLabour(values: LoraValues): BreakEven {
  const value = exact((values.preparationHours * values.usdPerHour) / values.runUsd);
  return value > 0 ? { kind: "at", value, unit: "runs" } : { kind: "never" };
}

export const loraRun: Preset = definePreset({
  id: "s0-lora-run",
  title: "Training one adapter",
  source: "S0:79-159",
  inputs,
  compute: (values) => ({
    lines: loraLines(values),
    breakEvens: [
      {
        over: "runs whose GPU time costs as much as the examples",
        breakEven: runsWorthTheLabour(values),
        sides: [
          { approach: "fine-tune", fixed: 0, perUnit: values.runUsd },
          { approach: "fine-tune", fixed: values.preparationHours * values.usdPerHour, perUnit: 0 },
        ],
      },
    ],
    notes: [
      "At rank 16 the seven adapted matrices have 41,943,040 parameters, 0.58 % of the model, within the printed 0.5 to 1 % (S0:121).",
      "The adapter is 84 MB in 16-bit numbers, within the printed 50 to 100 MB, and 168 MB in 32-bit numbers, which is not (S0:158).",
      "14 GB for the whole model is 16-bit; the 28 GB in the script's comment is 32-bit (S0:158, S0:89).",
      "A run of $3 to $5 in 45 minutes implies $4.00 to $6.67 an hour. The cost table of the same article has $800 to $2,400 for a run (S0:34).",
      "The break-even is the number of runs whose GPU time costs as much as preparing the examples once.",
    ],
  }),
});
