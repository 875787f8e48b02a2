import { scaleLinear } from "@visx/scale";
import type { ReactNode } from "react";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import { ChartFrame, type ChartWords, type DrawingSize } from "./chart-frame.tsx";
import { widthOfWords } from "./chart-scale.ts";
import type { ChartTableData } from "./chart-table.tsx";
import { RowName, rowsBegin } from "./drawing/row-name.tsx";
import { PlotGlyph } from "./drawing/plot-glyph.tsx";

/** What one input, moved alone from its low to its high, does to the result. */
export type TornadoRow = {
  id: string;
  label: string;
  /** The result at the input's low and at its high. */
  atLow: number;
  atHigh: number;
  /** The input's low and high in words, at the ends of the bar. */
  lowWords: string;
  highWords: string;
};

/** What a result on one side of zero means, in words and in a word. */
export type TornadoSide = { approach: Approach; name: string; short: string };
export type TornadoSides = { below: TornadoSide; above: TornadoSide };

type TornadoChartProps = ChartWords & {
  rows: readonly TornadoRow[];
  /** The result as things are: a dotted line. */
  now: number;
  /** Without sides the result has no zero that matters, and bars run in ink from `now`. */
  sides?: TornadoSides;
  /** What the result is, beneath the bars. */
  axis: string;
  table: ChartTableData;
};

const rowHeight = { wide: 38, narrow: 54 };
const head = 30;

/** The largest bar first is the caller's affair. */
export function TornadoChart({ rows, now, sides, axis, table, ...words }: TornadoChartProps): ReactNode {
  const heightOf = (row: number) => head + rows.length * row + 36;
  return (
    <ChartFrame
      {...words}
      table={table}
      height={{ wide: heightOf(rowHeight.wide), narrow: heightOf(rowHeight.narrow) }}
      renderDrawing={(size) => <TornadoDrawing rows={rows} now={now} sides={sides} axis={axis} size={size} />}
    />
  );
}

type DrawingProps = Pick<TornadoChartProps, "rows" | "now" | "sides" | "axis"> & { size: DrawingSize };

function TornadoDrawing({ rows, now, sides, axis, size }: DrawingProps) {
  const { width, height, narrow } = size;
  const left = rowsBegin(
    rows.map(({ label }) => label),
    size,
  );
  const centre = sides ? 0 : now;
  const ends = [now, centre, ...rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh])];
  const room =
    Math.max(...rows.flatMap(({ lowWords, highWords }) => [widthOfWords(lowWords), widthOfWords(highWords)])) + 10;
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const x = scaleLinear<number>({
    domain: high > low ? [low, high] : [low - 1, high + 1],
    range: [left + room, Math.max(left + room + 20, width - room)],
  });
  const row = narrow ? rowHeight.narrow : rowHeight.wide;
  return (
    <>
      {sides ? <SideNames sides={sides} at={x(0)} width={width} narrow={narrow} /> : null}
      {rows.map((each, index) => {
        const y = head + index * row + (narrow ? 36 : row / 2);
        return (
          <g key={each.id}>
            <RowName name={each.label} left={left} y={y} narrow={narrow} />
            <TornadoBar row={each} y={y} x={x} centre={centre} sides={sides} />
          </g>
        );
      })}
      <path className="chart-axis" d={`M${x(centre)} ${head - 8}V${height - 30}`} />
      <path className="chart-marker" d={`M${x(now)} ${head - 8}V${height - 30}`} />
      <text className="chart-tick" x={width / 2} y={height - 6} textAnchor="middle">
        {axis}
      </text>
    </>
  );
}

type TornadoBarProps = {
  row: TornadoRow;
  y: number;
  x: (value: number) => number;
  centre: number;
  sides: TornadoSides | undefined;
};

function TornadoBar({ row: { atLow, atHigh, lowWords, highWords }, y, x, centre, sides }: TornadoBarProps) {
  const [start, end] = [x(Math.min(atLow, atHigh)), x(Math.max(atLow, atHigh))];
  const middle = Math.min(Math.max(x(centre), start), end);
  const [startWords, endWords] = atLow <= atHigh ? [lowWords, highWords] : [highWords, lowWords];
  return (
    <>
      <rect
        className="chart-bar"
        data-approach={sides?.below.approach}
        x={start}
        y={y - 7}
        width={middle - start}
        height={14}
      />
      <rect
        className="chart-bar"
        data-approach={sides?.above.approach}
        x={middle}
        y={y - 7}
        width={end - middle}
        height={14}
      />
      <text className="chart-tick" x={start - 6} y={y + 4} textAnchor="end">
        {startWords}
      </text>
      <text className="chart-tick" x={end + 6} y={y + 4}>
        {endWords}
      </text>
    </>
  );
}

type SideNamesProps = { sides: TornadoSides; at: number; width: number; narrow: boolean };

/** Names of the sides beside the zero line; where one would not fit it gives way to the edge. */
function SideNames({ sides, at, width, narrow }: SideNamesProps) {
  const words = ({ name, short }: TornadoSide) => (narrow ? short : name);
  const [below, above] = [words(sides.below), words(sides.above)];
  const belowEnd = Math.max(at - 23, widthOfWords(below, 13) + 2);
  const aboveStart = Math.min(Math.max(at + 24, belowEnd + 46), width - widthOfWords(above, 13) - 2);
  return (
    <>
      <g data-approach={sides.below.approach}>
        <PlotGlyph approach={sides.below.approach} x={belowEnd + 11} y={10} />
        <text className="chart-name" x={belowEnd} y={14} textAnchor="end">
          {below}
        </text>
      </g>
      <g data-approach={sides.above.approach}>
        <PlotGlyph approach={sides.above.approach} x={aboveStart - 11} y={10} />
        <text className="chart-name" x={aboveStart} y={14}>
          {above}
        </text>
      </g>
    </>
  );
}
