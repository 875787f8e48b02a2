/**
 * What a person or an address sets, read without refusing the whole: each value that cannot be is named with the reason
 * and replaced by its default, so that a page always has something to compute.
 */
import { parseNumber, type Input, type Values } from "./input.ts";
import { defaultsOf, type Preset } from "./preset.ts";

export type SettingFault = {
  input: string;
  /** What was set, as it was typed. */
  typed: string;
  /** `together`: allowed by itself, but not beside another input; the message says which. */
  reason: "no-number" | "not-whole" | "too-small" | "too-large" | "together";
  message: string;
  /** What is computed with instead. */
  used: number;
};

/** What reading needs of a model: its inputs, and what one of them alone cannot say. */
type Settable = Pick<Preset, "inputs" | "fault">;

export type LenientSettings = { values: Values; faults: SettingFault[] };

/** Never refuses: what cannot be is among the faults, and what is no input at all is passed over. */
export function readLeniently(preset: Settable, settings: Readonly<Record<string, string>>): LenientSettings {
  const values: Record<string, number> = { ...defaultsOf(preset) };
  const faults: SettingFault[] = [];
  for (const input of preset.inputs) {
    const typed = settings[input.id];
    if (typed === undefined) continue;
    const value = parseNumber(typed.trim());
    const reason = reasonAgainst(input, value);
    if (reason) faults.push({ input: input.id, typed, reason, message: "", used: input.default });
    else if (value !== null) values[input.id] = value;
  }
  const together = replaceTogether(preset, values, settings);
  return { values: together.values, faults: [...faults, ...together.faults] };
}

function reasonAgainst(input: Input, value: number | null): SettingFault["reason"] | null {
  if (value === null) return "no-number";
  if (value < input.min) return "too-small";
  if (value > input.max) return "too-large";
  return input.whole && !Number.isInteger(value) ? "not-whole" : null;
}

/** One set value at a time gives way to its default, first the one at fault; if none alone helps, all do. */
function replaceTogether(
  preset: Settable,
  values: Values,
  settings: Readonly<Record<string, string>>,
): LenientSettings {
  const fault = preset.fault(values);
  if (!fault) return { values, faults: [] };
  const set = preset.inputs.filter((input) => settings[input.id] !== undefined && values[input.id] !== input.default);
  const first = set.filter(({ id }) => id === fault.input);
  const one = [...first, ...set].find((input) => !preset.fault({ ...values, [input.id]: input.default }));
  const input = one ?? preset.inputs.find(({ id }) => id === fault.input);
  const used = one ? { ...values, [one.id]: one.default } : defaultsOf(preset);
  return {
    values: used,
    faults: [
      {
        input: input?.id ?? fault.input,
        typed: settings[input?.id ?? fault.input] ?? "",
        reason: "together",
        message: fault.message,
        used: input?.default ?? 0,
      },
    ],
  };
}
