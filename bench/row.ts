/** One line of the benchmark's table: a figure and, from the same run, what it is held against. */
export type Row = {
  what: string;
  figure: number;
  unit: string;
  baseline: { what: string; figure: number };
};

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function show(value: number): string {
  if (value === 0) return "0";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 2 : 4;
  return value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: 0 });
}

/** `heading` says what the figures are. */
export function formatTable(rows: readonly Row[], heading = "what (medians)"): string {
  const cells = rows.map(({ what, figure, unit, baseline }) => [
    what,
    `${show(figure)} ${unit}`,
    `${show(baseline.figure)} ${unit}`,
    baseline.figure === 0 ? "" : `${show(figure / baseline.figure)} x`,
    baseline.what,
  ]);
  const all = [[heading, "measured", "baseline", "ratio", "baseline is"], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => "-".repeat(width)).join("  "));
  return `${lines.join("\n")}\n`;
}
