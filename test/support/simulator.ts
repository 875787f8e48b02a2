import { readPresetSettings, runPreset, type Preset, type Report } from "#app/domain/simulator/preset.ts";

/** A preset's report with what is set, in the words of the command line. */
export function reportOf(preset: Preset, settings: Record<string, string> = {}): Report {
  const read = readPresetSettings(preset, settings);
  if (!read.ok) throw new Error(read.message);
  return runPreset(preset, read.values);
}

/** The value of one line. */
export function valueIn(report: Report, id: string): number {
  return lineIn(report, id).value;
}

export function lineIn(report: Report, id: string): Report["lines"][number] {
  const found = report.lines.find((line) => line.id === id);
  if (!found) throw new Error(`${report.preset} has no line ${id}.`);
  return found;
}

/** Why settings are refused. */
export function refusalOf(preset: Preset, settings: Record<string, string>): string {
  const read = readPresetSettings(preset, settings);
  if (read.ok) throw new Error("Expected a refusal.");
  return read.message;
}
