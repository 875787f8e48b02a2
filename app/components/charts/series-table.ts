import type { AxisSpec } from "./chart-scale.ts";
import type { ChartTableData } from "./chart-table.tsx";
import type { ChartPoint, LineSeries } from "./chart-series.ts";

const mostRows = 12;

/** Series over one axis as a table: up to a dozen values of x, each series between its own points in proportion. */
export function seriesTable({
  x,
  y,
  series,
}: {
  x: AxisSpec;
  y: AxisSpec;
  series: readonly LineSeries[];
}): ChartTableData {
  const all = [...new Set(series.flatMap(({ points }) => points.map((point) => point.x)))].sort((a, b) => a - b);
  const step = Math.max(1, (all.length - 1) / (mostRows - 1));
  const rows =
    all.length <= mostRows ? all : Array.from({ length: mostRows }, (_, row) => all[Math.round(row * step)] ?? 0);
  const words = (axis: AxisSpec, value: number) =>
    axis.ticks?.find(({ at }) => at === value)?.label ??
    (axis.format ?? ((plain) => plain.toLocaleString("en-US", { maximumSignificantDigits: 4 })))(value);
  return {
    columns: [{ label: x.label || "At" }, ...series.map(({ name }) => ({ label: name }))],
    rows: rows.map((at) => [
      words(x, at),
      ...series.map(({ points }) => {
        const value = valueAt(points, at);
        return value === null || !Number.isFinite(value) ? "–" : words({ ...y, ticks: [] }, value);
      }),
    ]),
  };
}

/** Null before the first point and after the last. */
function valueAt(points: readonly ChartPoint[], x: number): number | null {
  const after = points.findIndex((point) => point.x >= x);
  const [left, right] = [points[after - 1], points[after]];
  if (!right) return null;
  if (right.x === x || !left) return right.x === x ? right.y : null;
  return left.y + ((right.y - left.y) * (x - left.x)) / (right.x - left.x);
}
