import { Bar as BarShape } from "@visx/shape";
import { scaleLinear } from "@visx/scale";
import type { ReactNode } from "react";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import { ChartFrame, type ChartWords, type DrawingSize } from "./chart-frame.tsx";
import { widthOfWords } from "./chart-scale.ts";
import type { ChartTableData } from "./chart-table.tsx";
import { RowName, rowsBegin } from "./drawing/row-name.tsx";

export type ChartBar = {
  id: string;
  label: string;
  approach?: Approach;
  value: number;
  /** The value in words, at the end of the bar. */
  words: string;
  /** Where a thin line goes on from the end of the bar, as to a p95 or to a whole; `words` then say both. */
  upTo?: number;
};

type BarChartProps = ChartWords & {
  bars: readonly ChartBar[];
  /** What is measured, beneath the bars. */
  axis: string;
  /** The end of the axis; without it the largest value. */
  most?: number;
  table: ChartTableData;
};

const rowHeight = { wide: 34, narrow: 52 };

/** Bars from zero, one a row, each with its name at the left, or above it where the drawing is narrow. */
export function BarChart({ bars, axis, most, table, ...words }: BarChartProps): ReactNode {
  const heightOf = (row: number) => 12 + bars.length * row + 28;
  return (
    <ChartFrame
      {...words}
      table={table}
      height={{ wide: heightOf(rowHeight.wide), narrow: heightOf(rowHeight.narrow) }}
      renderDrawing={(size) => <BarDrawing bars={bars} axis={axis} most={most} size={size} />}
    />
  );
}

type BarDrawingProps = Pick<BarChartProps, "bars" | "axis" | "most"> & { size: DrawingSize };

function BarDrawing({ bars, axis, most, size }: BarDrawingProps) {
  const { width, height, narrow } = size;
  const left = rowsBegin(
    bars.map(({ label }) => label),
    size,
  );
  const room = Math.ceil(Math.max(...bars.map(({ words }) => widthOfWords(words)))) + 12;
  const longest = most ?? Math.max(...bars.map(({ value, upTo }) => upTo ?? value));
  const x = scaleLinear<number>({
    domain: [0, longest > 0 ? longest : 1],
    range: [left, Math.max(left + 20, width - room)],
  });
  const row = narrow ? rowHeight.narrow : rowHeight.wide;
  // Where names stand above their bars, the axis keeps out of their way.
  const axisPath = narrow
    ? bars.map((_, at) => `M${left} ${12 + at * row + 25}v18`).join("")
    : `M${left} 8V${height - 24}`;
  return (
    <>
      {bars.map(({ id, label, approach, value, words, upTo }, at) => {
        const y = 12 + at * row + (narrow ? 34 : row / 2);
        const [end, thinEnd] = [x(value), x(upTo ?? value)];
        return (
          <g key={id} data-approach={approach}>
            <RowName name={label} left={left} y={y} narrow={narrow} />
            <BarShape className="chart-bar" x={left} y={y - 7} width={Math.max(0, end - left)} height={14} />
            {thinEnd > end ? (
              <path className="chart-whisker" d={`M${end} ${y}H${thinEnd}M${thinEnd} ${y - 5}v10`} />
            ) : null}
            <text className="chart-tick" x={thinEnd + 7} y={y + 4}>
              {words}
            </text>
          </g>
        );
      })}
      <path className="chart-axis" d={axisPath} />
      <text className="chart-tick" x={left} y={height - 4}>
        {axis}
      </text>
    </>
  );
}
