/**
 * An input of a model: what it is, what it may be, which source gives it, and what other lines of the sources say
 * instead. What a person sets is text until it has been read here; nothing else lets a number into a model.
 */
import type { Source } from "../scenarios/schema.ts";

/** What a source says this input is, where it disagrees with the default. */
export type OtherValue = { value: number; says: string; source: Source };

export type InputSpec = {
  label: string;
  unit: string;
  default: number;
  min: number;
  max: number;
  /** Null for an assumption of ours, which `basis` explains. */
  source: Source | null;
  basis?: string;
  whole?: true;
  conflicts?: readonly OtherValue[];
  /** Values at which a source would change its choice; none of them says what the input is. */
  thresholds?: readonly OtherValue[];
  /** The range that the sources leave open. */
  spread?: { low: number; high: number; source: Source };
};

export type Input = InputSpec & { id: string };

export type Values = Readonly<Record<string, number>>;

export type ReadSettings = { ok: true; values: Values } | { ok: false; input: string; message: string };

/** Decimal digits with an optional exponent: `0x1F`, `NaN`, `Infinity` and `1,000` are typing mistakes. */
const writtenNumber = /^[+-]?(\d{1,20}(\.\d{0,20})?|\.\d{1,20})(e[+-]?\d{1,3})?$/i;

/** Nearer to zero than this is zero: a smaller divisor would leave no finite result. */
const nearestToZero = 1e-12;

export function parseNumber(text: string): number | null {
  const value = writtenNumber.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return null;
  return Math.abs(value) < nearestToZero ? 0 : value;
}

/** The values of all inputs: what is set, and defaults for the rest. The first fault is named. */
export function readSettings(inputs: readonly Input[], settings: Readonly<Record<string, string>>): ReadSettings {
  const known = new Map(inputs.map((input) => [input.id, input]));
  const values = Object.fromEntries(inputs.map((input) => [input.id, input.default]));
  for (const [id, text] of Object.entries(settings)) {
    const input = known.get(id);
    if (!input) {
      return { ok: false, input: id, message: `${shown(id)} is no input; there are ${[...known.keys()].join(", ")}` };
    }
    const value = parseNumber(text.trim());
    if (value === null || value < input.min || value > input.max || (input.whole && !Number.isInteger(value))) {
      return { ok: false, input: id, message: `${id} must be ${allowed(input)}, not ${shown(text)}` };
    }
    values[id] = value;
  }
  return { ok: true, values };
}

function allowed({ min, max, unit, whole }: Input): string {
  return `a ${whole ? "whole " : ""}number from ${min} to ${max} (${unit})`;
}

/** What was typed, on one line and not endless. */
function shown(text: string): string {
  const flat = text.replaceAll(/[\p{C}\s]+/gu, " ");
  return `"${flat.length > 40 ? `${flat.slice(0, 40)}…` : flat}"`;
}
