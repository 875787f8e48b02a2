import { Area, LinePath } from "@visx/shape";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import type { Plot } from "./axes.tsx";
import { widthOfWords, type ChartScale } from "../chart-scale.ts";
import type { ChartBand, ChartMarker, ChartPoint, ChartRing, LineSeries } from "../chart-series.ts";
import { PlotGlyph } from "./plot-glyph.tsx";
import { placeLabels, type Spot } from "./place-labels.ts";

type Place = { plot: Plot; xScale: ChartScale; yScale: ChartScale };

/** Pixels far outside any drawing: a browser draws wrongly, and slowly, beyond. */
const farPx = 20_000;

function toSpot({ xScale, yScale }: Place, { x, y }: ChartPoint): Spot {
  // Two decimals: more differ from one engine's logarithm to another's, and none is seen.
  const near = (pixels: number) => Math.round(100 * Math.min(farPx, Math.max(-farPx, pixels))) / 100;
  return { x: near(xScale(x)), y: near(yScale(y)) };
}

const isSpot = ({ x, y }: Spot) => Number.isFinite(x) && Number.isFinite(y);

const spotsOf = (place: Place, points: readonly ChartPoint[]) =>
  points.map((point) => toSpot(place, point)).filter(isSpot);

function isInside({ plot }: Place, { x, y }: Spot): boolean {
  return x >= plot.left - 1 && x <= plot.right + 1 && y >= plot.top - 1 && y <= plot.bottom + 1;
}

export function Bands({ bands, ...place }: Place & { bands: readonly ChartBand[] }) {
  return bands.map(({ id, approach, edges }) => {
    const drawn = edges
      .map(({ x, low, high }) => ({ low: toSpot(place, { x, y: low }), high: toSpot(place, { x, y: high }) }))
      .filter(({ low, high }) => isSpot(low) && isSpot(high));
    return (
      <Area
        key={id}
        className="chart-band"
        data-approach={approach}
        data={drawn}
        x={({ low }) => low.x}
        y0={({ low }) => low.y}
        y1={({ high }) => high.y}
      />
    );
  });
}

export function Lines({ series, ...place }: Place & { series: readonly LineSeries[] }) {
  return series.map(({ id, approach, look = "solid", points }) => (
    <LinePath
      key={id}
      className={`chart-line ${look}`}
      data-approach={approach}
      data={spotsOf(place, points)}
      x={({ x }) => x}
      y={({ y }) => y}
    />
  ));
}

/** Upright lines; words that would run into those before them move to the other side, or a line down. */
export function Markers({ markers, narrow, ...place }: Place & { markers: readonly ChartMarker[]; narrow: boolean }) {
  const { plot, xScale } = place;
  const shown = markers
    .map((marker) => ({ ...marker, x: Math.round(xScale(marker.at)) }))
    .filter(({ x }) => x >= plot.left - 1 && x <= plot.right + 1)
    .sort((one, other) => one.x - other.x);
  const rowEnds: number[] = [];
  return shown.map(({ id, label = "", x }) => {
    const width = widthOfWords(label);
    const start = Math.max(narrow ? 0 : plot.left, Math.min(x - width / 2, plot.right + 8 - width));
    const free = rowEnds.findIndex((end) => end + 8 < start);
    const row = free === -1 ? rowEnds.length : free;
    if (label !== "") rowEnds[row] = start + width;
    return (
      <g key={id}>
        <path className="chart-marker" d={`M${x} ${plot.top - 6 + (label === "" ? 0 : row * 16)}V${plot.bottom}`} />
        {label === "" ? null : (
          <text className="chart-note" x={start} y={plot.top - 10 + row * 16}>
            {label}
          </text>
        )}
      </g>
    );
  });
}

type Marked = Place & { series: readonly LineSeries[]; rings: readonly ChartRing[] };

export function Points({ series, rings, ...place }: Marked) {
  return (
    <>
      {series.map(({ id, approach, marks = [] }) => (
        <g key={id} data-approach={approach}>
          {spotsOf(place, marks)
            .filter((spot) => isInside(place, spot))
            .map((spot, at) => (
              <PlotGlyph key={at} approach={approach} {...spot} />
            ))}
        </g>
      ))}
      {rings.map((ring) => {
        const spot = toSpot(place, ring);
        if (!isSpot(spot) || !isInside(place, spot)) return null;
        return <circle key={`${ring.x} ${ring.y}`} className="chart-ring" cx={spot.x} cy={spot.y} r="5.5" />;
      })}
    </>
  );
}

type Named = { id: string; name: string; approach?: Approach | undefined; look: string };

/** The names of lines and rings, where the drawing leaves room for them. */
export function Names({ series, rings, ...place }: Marked) {
  const { plot } = place;
  const named: Named[] = series.map(({ id, name, approach, look = "solid" }) => ({ id, name, approach, look }));
  const lines = series.map(({ id, name, approach, look, points, nameAt }) => ({
    id,
    name,
    glyph: approach !== undefined && look !== "printed",
    path: spotsOf(place, points),
    ...(nameAt === undefined ? {} : { nearX: place.xScale(nameAt) }),
  }));
  const ringSpots = rings.map((ring) => ({ label: ring.label, spot: toSpot(place, ring) }));
  const shownRings = ringSpots.filter(({ spot }) => isSpot(spot) && isInside(place, spot));
  const ringLines = shownRings.map(({ label, spot }, at) => ({
    id: `ring-${at}`,
    name: label,
    glyph: false,
    path: [spot],
  }));
  const all = placeLabels([...ringLines, ...lines], plot, {
    taken: shownRings.map(({ spot: { x, y } }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 })),
  });
  return (
    <>
      {ringLines.map(({ id, name }) => {
        const spot = all.get(id);
        return spot ? (
          <text key={id} className="chart-ring-name" x={spot.x} y={spot.y}>
            {name}
          </text>
        ) : null;
      })}
      {named.map(({ id, name, approach, look }) => {
        const spot = all.get(id);
        if (!spot) return null;
        const glyph = approach !== undefined && look !== "printed";
        return (
          <g key={id} data-approach={approach}>
            {glyph ? <PlotGlyph approach={approach} x={spot.x + 5} y={spot.y - 4.5} /> : null}
            <text className={`chart-name ${look}`} x={spot.x + (glyph ? 15 : 0)} y={spot.y}>
              {name}
            </text>
          </g>
        );
      })}
    </>
  );
}
