import { AxisBottom, AxisLeft, type TickRendererProps } from "@visx/axis";
import { GridRows } from "@visx/grid";
import type { DrawingSize } from "../chart-frame.tsx";
import { axisWords, ticksOf, widthOfWords, type AxisSpec, type ChartScale } from "../chart-scale.ts";

/** The edges of what is plotted, in pixels of the drawing. */
export type Plot = { left: number; right: number; top: number; bottom: number };

type AxesProps = { plot: Plot; size: DrawingSize; x: AxisSpec; y: AxisSpec; xScale: ChartScale; yScale: ChartScale };

/** How much room the words of a y axis need at the left. */
export function roomForTicks(labels: readonly string[]): number {
  return Math.ceil(Math.max(20, ...labels.map((label) => widthOfWords(label)))) + 12;
}

/** Hairlines across, ticks and words below and at the left. */
export function Axes({ plot, size, x, y, ...scales }: AxesProps) {
  // On whole pixels lines are crisp.
  const xScale = scales.xScale.copy().rangeRound([plot.left, plot.right]);
  const yScale = scales.yScale.copy().rangeRound([plot.bottom, plot.top]);
  const [xTicks, yTicks] = [ticksOf(x, xScale, size.narrow), ticksOf(y, yScale, size.narrow)];
  const yWords = axisWords(y);
  return (
    <>
      <GridRows
        className="chart-grid"
        scale={yScale}
        width={plot.right - plot.left}
        left={plot.left}
        tickValues={yTicks.map(({ at }) => at)}
        stroke="var(--line)"
      />
      <AxisLeft
        scale={yScale}
        left={plot.left}
        hideAxisLine
        hideTicks
        tickValues={yTicks.map(({ at }) => at)}
        tickFormat={(_, index) => yTicks[index]?.label}
        tickComponent={leftTick}
      />
      <AxisBottom
        scale={xScale}
        top={plot.bottom}
        stroke="var(--line-2)"
        tickStroke="var(--line-2)"
        tickLength={5}
        tickValues={xTicks.map(({ at }) => at)}
        tickFormat={(_, index) => xTicks[index]?.label}
        tickLabelProps={(_, index) => ({ dx: shiftInside(xTicks[index], xScale, plot) })}
        tickComponent={bottomTick}
      />
      {yWords === "" ? null : (
        <text className="chart-tick" x={0} y={10}>
          {yWords}
        </text>
      )}
      <text className="chart-tick" x={(plot.left + plot.right) / 2} y={size.height - 4} textAnchor="middle">
        {axisWords(x)}
      </text>
    </>
  );
}

const leftTick = ({ y, formattedValue }: TickRendererProps) => (
  <text className="chart-tick" x={-8} y={y} dy={4} textAnchor="end">
    {formattedValue}
  </text>
);

const bottomTick = ({ x, dx, formattedValue }: TickRendererProps) => (
  <text className="chart-tick" x={x + Number(dx ?? 0)} y={20} textAnchor="middle">
    {formattedValue}
  </text>
);

/** How far the words of an outermost tick move so that they stay inside the drawing. */
function shiftInside(tick: { at: number; label: string } | undefined, scale: ChartScale, { right }: Plot): number {
  if (!tick) return 0;
  const [at, half] = [scale(tick.at), widthOfWords(tick.label) / 2];
  return Math.min(Math.max(at, half), right + 12 - half) - at;
}
