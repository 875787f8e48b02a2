import { scaleLinear } from "@visx/scale";
import type { ReactNode } from "react";
import { ChartFrame, type ChartWords, type DrawingSize } from "./chart-frame.tsx";
import { widthOfWords } from "./chart-scale.ts";
import type { ChartTableData } from "./chart-table.tsx";
import { RowName, rowsBegin } from "./drawing/row-name.tsx";

export type IntervalRow = {
  id: string;
  label: string;
  value: number;
  low: number;
  high: number;
  /** Value and interval in words, at the right. */
  words: string;
  /** Where a row has its own line to reach. */
  mark?: number;
};

type IntervalChartProps = ChartWords & {
  rows: readonly IntervalRow[];
  /** What is measured, beneath the rows. */
  axis: string;
  table: ChartTableData;
};

const rowHeight = { wide: 38, narrow: 56 };
const head = 10;

/** A dot in its interval, one a row, on an axis that ends at 1 and begins at zero or below. */
export function IntervalChart({ rows, axis, table, ...words }: IntervalChartProps): ReactNode {
  const heightOf = (row: number) => head + rows.length * row + 46;
  return (
    <ChartFrame
      {...words}
      table={table}
      height={{ wide: heightOf(rowHeight.wide), narrow: heightOf(rowHeight.narrow) }}
      renderDrawing={(size) => <IntervalDrawing rows={rows} axis={axis} size={size} />}
    />
  );
}

type DrawingProps = Pick<IntervalChartProps, "rows" | "axis"> & { size: DrawingSize };

function IntervalDrawing({ rows, axis, size }: DrawingProps) {
  const { width, height, narrow } = size;
  const left = narrow
    ? 10
    : rowsBegin(
        rows.map(({ label }) => label),
        size,
      );
  const room = narrow ? 10 : Math.ceil(Math.max(...rows.map(({ words }) => widthOfWords(words)))) + 16;
  const lowest = Math.min(0, ...rows.map(({ low }) => low));
  const from = lowest < 0 ? Math.floor(lowest * 2) / 2 : 0;
  const x = scaleLinear<number>({ domain: [from, 1], range: [left, Math.max(left + 40, width - room)] });
  const ticks = x.ticks(narrow ? 3 : 5);
  const row = narrow ? rowHeight.narrow : rowHeight.wide;
  const bottom = height - 40;
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className="chart-grid" stroke="var(--line)" d={`M${Math.round(x(tick))} ${head}V${bottom}`} />
          <text className="chart-tick" x={x(tick)} y={bottom + 16} textAnchor="middle">
            {tick.toFixed(1)}
          </text>
        </g>
      ))}
      {rows.map((each, at) => {
        const y = head + at * row + (narrow ? 38 : row / 2);
        return <Interval key={each.id} row={each} x={x} y={y} left={left} size={size} />;
      })}
      <text className="chart-tick" x={narrow ? 0 : left} y={height - 4}>
        {axis}
      </text>
    </>
  );
}

type IntervalProps = { row: IntervalRow; x: (value: number) => number; y: number; left: number; size: DrawingSize };

function Interval({ row: { label, value, low, high, words, mark }, x, y, left, size }: IntervalProps) {
  const { width, narrow } = size;
  return (
    <>
      {narrow ? (
        <>
          <text className="chart-row" x={0} y={y - 20}>
            {label}
          </text>
          <text className="chart-tick" x={width} y={y - 20} textAnchor="end">
            {words}
          </text>
        </>
      ) : (
        <>
          <RowName name={label} left={left} y={y} narrow={false} />
          <text className="chart-tick" x={width} y={y + 4} textAnchor="end">
            {words}
          </text>
        </>
      )}
      {mark === undefined ? null : <path className="chart-marker" d={`M${x(mark)} ${y - 14}v28`} />}
      <path className="chart-whisker" d={`M${x(low)} ${y}H${x(high)}M${x(low)} ${y - 5}v10M${x(high)} ${y - 5}v10`} />
      <circle className="chart-glyph" cx={x(value)} cy={y} r={5} />
    </>
  );
}
