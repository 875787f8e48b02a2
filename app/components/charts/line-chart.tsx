import { useId, type ReactNode } from "react";
import { Axes, roomForTicks, type Plot } from "./drawing/axes.tsx";
import { ChartFrame, type ChartWords, type DrawingSize } from "./chart-frame.tsx";
import { axisWords, chartScale, ticksOf, type AxisSpec } from "./chart-scale.ts";
import type { ChartBand, ChartMarker, ChartRing, LineSeries } from "./chart-series.ts";
import type { ChartTableData } from "./chart-table.tsx";
import { Bands, Lines, Markers, Names, Points } from "./drawing/line-layers.tsx";
import { seriesTable } from "./series-table.ts";

export type LineChartProps = ChartWords & {
  x: AxisSpec;
  /** From zero unless its domain or a logarithmic scale says otherwise; as high as the series, bands are cut off. */
  y: AxisSpec;
  series: readonly LineSeries[];
  bands?: readonly ChartBand[];
  markers?: readonly ChartMarker[];
  rings?: readonly ChartRing[];
  /** Without it: the series at up to a dozen values of x. */
  table?: ChartTableData;
  height?: { wide: number; narrow: number };
};

/** Lines over one axis, named where they are. What is no number or lies outside the axes is not drawn. */
export function LineChart({ statement, caption, label, table, height, ...drawn }: LineChartProps): ReactNode {
  return (
    <ChartFrame
      statement={statement}
      caption={caption}
      label={label}
      table={table ?? seriesTable(drawn)}
      height={height}
      renderDrawing={(size) => <LineDrawing {...drawn} size={size} />}
    />
  );
}

type DrawnProps = Omit<LineChartProps, keyof ChartWords | "table" | "height">;

const none: [] = [];

function LineDrawing({
  x,
  y,
  series,
  bands = none,
  markers = none,
  rings = none,
  size,
}: DrawnProps & { size: DrawingSize }) {
  const clip = `plot-${useId().replaceAll(":", "")}`;
  const ys = series.flatMap((each) => each.points.map((point) => point.y));
  const xs = series.flatMap((each) => each.points.map((point) => point.x));
  const headline = axisWords(y) === "" ? 0 : 18;
  const top = headline + (markers.some((marker) => marker.label) ? 26 : 14);
  const bottom = size.height - (x.label === "" ? 28 : 44);
  const yScale = chartScale(y, ys, [bottom, top]);
  const left = roomForTicks(ticksOf(y, yScale, size.narrow).map((tick) => tick.label));
  const plot: Plot = { left, right: size.width - 12, top, bottom };
  const xScale = chartScale(x, xs, [plot.left, plot.right]);
  const place = { plot, xScale, yScale };
  return (
    <>
      <clipPath id={clip}>
        <rect x={left} y={top - 3} width={Math.max(0, plot.right - left + 2)} height={bottom - top + 4} />
      </clipPath>
      <Axes {...place} size={size} x={x} y={y} />
      <g clipPath={`url(#${clip})`}>
        <Bands {...place} bands={bands} />
      </g>
      <Markers {...place} markers={markers} narrow={size.narrow} />
      <g clipPath={`url(#${clip})`}>
        <Lines {...place} series={series} />
      </g>
      <Points {...place} series={series} rings={rings} />
      <Names {...place} series={series} rings={rings} />
    </>
  );
}
