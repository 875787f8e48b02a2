import type { ReadSettings } from "#app/domain/simulator/input.ts";
import type { Line } from "#app/domain/simulator/line.ts";
import { readPresetSettings, runPreset, type Preset, type Report } from "#app/domain/simulator/preset.ts";
import type { BreakEven } from "#app/domain/simulator/break-even.ts";
import { readArguments } from "./arguments.ts";
import { UsageError, type Outcome } from "./command.ts";

/** `cost` and `latency` alike: a preset, what is set, and what comes of it. */
export function runPresetCommand(args: string[], presets: readonly Preset[], usage: string): Outcome {
  const { values, positionals } = readArguments(args, { set: { type: "string", multiple: true } }, usage);
  const [id, ...rest] = positionals;
  const preset = presets.find((candidate) => candidate.id === id);
  const known = presets.map((candidate) => candidate.id).join(", ");
  if (id === undefined) throw new UsageError(`Name a preset: ${known}. Usage: tradeoff ${usage}`);
  if (!preset) throw new UsageError(`There is no preset ${oneLine(id)}. There are ${known}.`);
  if (rest.length > 0 && !values.set)
    throw new UsageError(`${oneLine(rest[0] ?? "")} comes after no --set. Usage: tradeoff ${usage}`);
  const read: ReadSettings = readPresetSettings(preset, readPairs([...(values.set ?? []), ...rest]));
  if (!read.ok) throw new UsageError(`--set ${read.message}.`);
  const report = runPreset(preset, read.values);
  return { exitCode: 0, json: report, text: describe(preset, report) };
}

function readPairs(pairs: readonly string[]): Record<string, string> {
  const settings = new Map<string, string>();
  for (const pair of pairs) {
    const [, key, value] = /^([^=\s]+)=(.*)$/su.exec(pair) ?? [];
    if (key === undefined || value === undefined) {
      throw new UsageError(`--set ${oneLine(pair)} must be key=value, as queriesPerDay=80000.`);
    }
    if (settings.has(key)) throw new UsageError(`--set ${oneLine(key)} is given twice.`);
    settings.set(key, value);
  }
  return Object.fromEntries(settings);
}

/** What was typed, fit for a message of one line. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{C}\s]+/gu, " ").slice(0, 80);
}

function describe({ title, source }: Preset, { inputs, lines, breakEven, notes }: Report): string {
  return [
    `${title} (${source})`,
    "",
    ...inputs.map(
      ({ id, value, unit, source: from }) => `  ${id.padEnd(30)} ${shown(value)} ${unit}  ${from ?? "assumed"}`,
    ),
    "",
    ...lines.map(describeLine),
    "",
    `Break-even: ${describeBreakEven(breakEven)}`,
    ...notes.map((note) => `- ${note}`),
    "",
  ].join("\n");
}

function describeLine({ label, value, unit, printed, difference, source }: Line): string {
  const beside = printed === null ? "" : `, printed ${shown(printed)}, difference ${shown(difference ?? 0)}`;
  return `  ${label}: ${shown(value)} ${unit}${beside}  ${source ?? "no source"}`;
}

function describeBreakEven(breakEven: BreakEven): string {
  if (breakEven.kind === "at") return `at ${shown(breakEven.value)} ${breakEven.unit}`;
  return breakEven.kind === "never" ? "never" : `none: ${breakEven.winner} is always ahead`;
}

const shown = (value: number) => value.toLocaleString("en", { maximumSignificantDigits: 6 });
