import type { Input, Values } from "#app/domain/simulator/input.ts";
import type { Preset } from "#app/domain/simulator/preset.ts";
import { readLeniently, type SettingFault } from "#app/domain/simulator/settings.ts";

/** The parameter that names the model; every other one is an input of it, or a price. */
export const presetParameter = "preset";

export type PresetState = {
  preset: Preset;
  /** What was asked for where there is no such model. */
  unknownPreset: string | null;
  values: Values;
  faults: readonly SettingFault[];
  /** What each field shows: as it was typed, or else the value in digits. */
  texts: Readonly<Record<string, string>>;
};

/** A value as a field shows it; a person may type it like that, too. */
export function fieldText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15
    ? value.toLocaleString("en-US")
    : String(Number(value.toPrecision(4)));
}

/** Reads an address. Whatever stands there, there are values to compute with, and each fault is named. */
export function readPresetState(
  presets: readonly [Preset, ...Preset[]],
  params: URLSearchParams,
  /** What inputs are where nothing is set for them, as from a table of prices. */
  underlying: (preset: Preset) => Readonly<Record<string, string>> = () => ({}),
): PresetState {
  const asked = params.get(presetParameter);
  const preset = presets.find(({ id }) => id === asked) ?? presets[0];
  const below = underlying(preset);
  const settings = Object.fromEntries(
    preset.inputs.flatMap((input) => {
      const typed = params.get(input.id);
      const text = typed === null ? below[input.id] : settingOf(input, typed);
      return text === undefined ? [] : [[input.id, text]];
    }),
  );
  const { values, faults } = readLeniently(preset, settings);
  const wrong = new Set(faults.map(({ input }) => input));
  const texts = preset.inputs.map(({ id, default: own }) => {
    const typed = params.get(id);
    return [id, typed !== null || wrong.has(id) ? (typed ?? below[id] ?? "") : fieldText(values[id] ?? own)] as const;
  });
  return {
    preset,
    unknownPreset: asked !== null && asked !== preset.id ? asked : null,
    values,
    faults,
    texts: Object.fromEntries(texts),
  };
}

/** Thousands may be parted by commas, and the shortened default of a field means the default itself. */
export function settingOf(input: Input, typed: string): string {
  const text = typed.trim();
  if (text === fieldText(input.default)) return String(input.default);
  return /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
}
