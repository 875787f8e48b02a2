import type { Input } from "#app/domain/simulator/input.ts";
import type { SettingFault } from "#app/domain/simulator/settings.ts";
import { fieldText } from "./preset-state.ts";
import { unitWords } from "./amount.ts";

/** What is wrong with a value, what is allowed, and what is computed with instead. */
export function faultWords(fault: SettingFault, inputs: readonly Input[]): string {
  const input = inputs.find(({ id }) => id === fault.input);
  if (!input) return fault.message;
  const instead = `Computed with ${fieldText(fault.used)} instead.`;
  if (fault.reason === "together") return `${inWords(fault.message, inputs)}. ${instead}`;
  const unit = unitWords(input.unit);
  const range = `from ${limit(input.min)} to ${limit(input.max)}${unit === "" ? "" : ` (${unit})`}`;
  return `Write a ${input.whole ? "whole " : ""}number ${range}; ${found(fault)}. ${instead}`;
}

const limit = (value: number) => value.toLocaleString("en-US", { maximumSignificantDigits: 6 });

function found({ typed, reason }: SettingFault): string {
  const flat = typed.replaceAll(/[\p{C}\s]+/gu, " ").trim();
  const shown = flat === "" ? "the field is empty" : `“${flat.length > 24 ? `${flat.slice(0, 24)}…` : flat}” is`;
  if (flat === "") return shown;
  if (reason === "too-small") return `${shown} less`;
  if (reason === "too-large") return `${shown} more`;
  return reason === "not-whole" ? `${shown} not whole` : `${shown} not one`;
}

/** A message that names inputs by their ids, with their labels in place of these. */
function inWords(message: string, inputs: readonly Input[]): string {
  return inputs
    .toSorted((one, other) => other.id.length - one.id.length)
    .reduce((words, { id, label }) => words.replaceAll(new RegExp(`\\b${id}\\b`, "g"), `“${label}”`), message);
}
