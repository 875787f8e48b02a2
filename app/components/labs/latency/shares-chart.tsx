import type { ChartBand, ChartMarker, LineSeries } from "#app/components/charts/chart-series.ts";
import { LineChart } from "#app/components/charts/line-chart.tsx";
import type { ChartTableData } from "#app/components/charts/chart-table.tsx";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import { numberWords } from "../amount.ts";

type Shares = { id: string; name: string; approach: Approach; shares: readonly number[] };

type SharesChartProps = {
  statement: string;
  caption: string;
  label: string;
  /** How wide a bucket is, in milliseconds. */
  widthMs: number;
  curves: readonly Shares[];
  markers: readonly ChartMarker[];
  table: ChartTableData;
};

/** How many answers take how long: the share of each bucket, filled down to zero. */
export function SharesChart({ widthMs, curves, markers, ...words }: SharesChartProps) {
  const series = curves.map(({ id, name, approach, shares }): LineSeries => {
    const points = shares.map((share, bucket) => ({ x: (bucket + 0.5) * widthMs, y: share * 100 }));
    const peak = points.reduce((best, point) => (point.y > best.y ? point : best), { x: 0, y: 0 });
    return { id, name, approach, nameAt: peak.x, points: [{ x: 0, y: 0 }, ...points] };
  });
  const bands = series.map(({ id, approach = "rag", points }): ChartBand => ({
    id,
    approach,
    edges: points.map(({ x, y }) => ({ x, low: 0, high: y })),
  }));
  return (
    <LineChart
      {...words}
      x={{
        label: "milliseconds until the whole answer",
        domain: [0, widthMs * Math.max(1, ...curves.map(({ shares }) => shares.length))],
      }}
      y={{ label: `% of answers in each ${numberWords(widthMs)} ms`, format: (share) => `${numberWords(share)} %` }}
      series={series}
      bands={bands}
      markers={markers}
    />
  );
}

const aboutBuckets = 45;

/** Buckets of a round width that reach a little beyond the longest duration that matters. */
export function bucketsUpTo(longestMs: number): { width: number; buckets: number } {
  const wanted = Math.max(longestMs, 0.01) / aboutBuckets;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const lead = [1, 2, 2.5, 5, 10].find((each) => each * power >= wanted) ?? 10;
  const width = Number((lead * power).toPrecision(3));
  return { width, buckets: Math.ceil(longestMs / width) };
}
