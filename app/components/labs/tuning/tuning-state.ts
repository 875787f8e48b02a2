import type { Input } from "#app/domain/simulator/input.ts";
import { readLeniently, type SettingFault } from "#app/domain/simulator/settings.ts";
import {
  defaultTuning,
  isSameTuning,
  tuningInputs,
  tuningWith,
  type TuningInputs,
} from "#app/domain/simulator/tuning/tuning-inputs.ts";
import { fieldText, settingOf } from "../preset-state.ts";

export type TuningState = {
  /** What is trained with, whatever the address holds. */
  inputs: TuningInputs;
  faults: readonly SettingFault[];
  /** What each field shows: as it was typed, or else the value in digits. */
  texts: Readonly<Record<string, string>>;
  isDefault: boolean;
};

/** Reads an address. Whatever stands there, there are inputs to train with, and each fault is named. */
export function readTuningState(params: URLSearchParams): TuningState {
  const typed = (input: Input) => params.get(input.id);
  const settings = tuningInputs.flatMap((input) => {
    const text = typed(input);
    return text === null ? [] : [[input.id, settingOf(input, text)] as const];
  });
  const { values, faults } = readLeniently({ inputs: tuningInputs, fault: () => null }, Object.fromEntries(settings));
  const inputs = tuningWith(values);
  const texts = tuningInputs.map((input) => [input.id, typed(input) ?? fieldText(values[input.id] ?? input.default)]);
  return { inputs, faults, texts: Object.fromEntries(texts), isDefault: isSameTuning(inputs, defaultTuning) };
}

export type TuningPreset = { name: string; shows: string; set: Partial<TuningInputs> };

/** Runs that each show one thing; their addresses are ordinary ones. */
export const tuningPresets: readonly TuningPreset[] = [
  { name: "Forgetting", shows: "Only the customer’s examples: the general rule is lost on the way.", set: {} },
  {
    name: "The cure",
    shows: "15 % of every batch is general data: most of what was lost stays.",
    set: { general: 15 },
  },
  {
    name: "A thin adapter",
    shows: "Rank 1: a fourteenth of the numbers learns nearly as much.",
    set: { rank: 1, alpha: 2 },
  },
  { name: "Overfitting", shows: "50 examples are learned by heart instead of the convention.", set: { examples: 50 } },
  { name: "Diverging", shows: "A learning rate of 1 leaves the ground within a few steps.", set: { rate: 1 } },
];

export function presetHref({ set }: TuningPreset): string {
  const params = new URLSearchParams(Object.entries(set).map(([id, value]) => [id, String(value)]));
  return params.size === 0 ? "/labs/tuning" : `/labs/tuning?${params.toString()}`;
}

export const isPreset = ({ set }: TuningPreset, inputs: TuningInputs) => isSameTuning(tuningWith(set), inputs);
