/**
 * What can be set of a training run. Sources S0 and S1 tune a model of seven billion weights; the defaults here are what
 * a network of three thousand needs, and the sources' values stand beside them.
 */
import type { Input, InputSpec } from "../input.ts";

export type TuningInputId = "rank" | "alpha" | "rate" | "examples" | "general" | "steps" | "seed";
export type TuningInputs = Readonly<Record<TuningInputId, number>>;

const specs: Record<TuningInputId, InputSpec> = {
  rank: {
    label: "Rank of the adapter",
    unit: "",
    default: 2,
    min: 1,
    max: 16,
    whole: true,
    source: null,
    basis: "the least that learns this convention well in so small a network",
    conflicts: [
      { value: 8, says: "8 or 16", source: "S1:80" },
      { value: 16, says: "16 is a good default", source: "S0:85" },
    ],
  },
  alpha: {
    label: "Alpha, the adapter’s scale",
    unit: "",
    default: 4,
    min: 1,
    max: 64,
    whole: true,
    source: null,
    basis: "twice the rank, which is the source’s proportion",
    conflicts: [{ value: 32, says: "beside a rank of 16", source: "S0:86" }],
  },
  rate: {
    label: "Learning rate",
    unit: "",
    default: 0.002,
    min: 0.0001,
    max: 1,
    source: null,
    basis: "ten times the source’s, so that a small network arrives in a few hundred steps",
    conflicts: [{ value: 0.0002, says: "for a model of seven billion weights", source: "S0:84" }],
  },
  examples: {
    label: "Examples of the convention",
    unit: "examples",
    default: 400,
    min: 20,
    max: 1000,
    whole: true,
    source: null,
    basis: "enough for the convention rather than the examples to be learned",
    conflicts: [
      { value: 50, says: "50 to 50,000 pairs", source: "S1:72" },
      { value: 500, says: "with fewer, do not train yet", source: "S0:405" },
    ],
  },
  general: {
    label: "General data mixed in",
    unit: "%",
    default: 0,
    min: 0,
    max: 50,
    source: null,
    basis: "so that forgetting shows",
    conflicts: [
      { value: 10, says: "10 to 20 % against forgetting", source: "S1:218" },
      { value: 20, says: "10 to 20 % against forgetting", source: "S1:218" },
    ],
  },
  steps: {
    label: "Steps of training",
    unit: "steps",
    default: 600,
    min: 50,
    max: 2000,
    whole: true,
    source: null,
    basis: "each of 32 examples",
  },
  seed: {
    label: "Seed",
    unit: "",
    default: 7,
    min: 0,
    max: 999_999,
    whole: true,
    source: null,
    basis: "all chance follows from it, so that a run can be repeated to the last bit",
  },
};

const ids = ["rank", "alpha", "rate", "examples", "general", "steps", "seed"] as const satisfies TuningInputId[];

export const tuningInputs: readonly Input[] = ids.map((id) => ({ id, ...specs[id] }));

/** Inputs as they are set, and the defaults for the rest. */
export function tuningWith(values: Partial<TuningInputs>): TuningInputs {
  const of = (id: TuningInputId) => values[id] ?? specs[id].default;
  return {
    rank: of("rank"),
    alpha: of("alpha"),
    rate: of("rate"),
    examples: of("examples"),
    general: of("general"),
    steps: of("steps"),
    seed: of("seed"),
  };
}

export const defaultTuning = tuningWith({});

export const isSameTuning = (one: TuningInputs, other: TuningInputs) => ids.every((id) => one[id] === other[id]);
