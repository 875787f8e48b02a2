import type { ChartBand, ChartMarker, ChartRing, LineSeries } from "#app/components/charts/chart-series.ts";
import { costAt, type BreakEven, type StraightCost } from "#app/domain/simulator/break-even.ts";
import type { OpenCost } from "#app/domain/simulator/cost/open-costs.ts";
import { moneyWords, numberWords, shortWords } from "../amount.ts";
import type { CrossingView } from "./cost-views.ts";

export type CrossingPlot = { series: LineSeries[]; bands: ChartBand[]; rings: ChartRing[]; domain: [number, number] };

type Crossing = {
  sides: readonly [StraightCost, StraightCost];
  breakEven: BreakEven;
  at: number | null;
  open: readonly [OpenCost, OpenCost] | null;
};

/** A crossing further away than this many times the axis is told and not drawn. */
const reach = 4;

/** Both costs over one variable: far enough to show where things stand and, within reason, where they cross. */
export function crossingPlot(crossing: Crossing, view: CrossingView): CrossingPlot {
  const { sides, breakEven, open } = crossing;
  const domain = domainOf(crossing, view);
  const xs = placesAlong(domain, view.x.scale, breakEven);
  const series = sides.map((side, index): LineSeries => {
    const named = view.sides[index];
    const flat = side.perUnit === 0 ? `, ${moneyWords(side.fixed)}` : "";
    return {
      id: `side-${index}`,
      name: `${named?.name ?? ""}${flat}`,
      ...(view.inInk ? {} : { approach: side.approach }),
      look: view.inInk && index === 1 ? "second" : "solid",
      points: xs.map((x) => ({ x, y: costAt(side, x) })),
    };
  });
  const bands = (open ?? []).flatMap((cost, index): ChartBand[] => {
    const edges = xs.map((x) => ({ x, ...cost(x) }));
    if (edges.every(({ low, high }) => high - low < 1e-9)) return [];
    const approach = view.inInk ? {} : { approach: sides[index === 0 ? 0 : 1].approach };
    return [{ id: `band-${index}`, ...approach, edges }];
  });
  const rings = breakEven.kind === "at" ? [ringAt(breakEven.value, sides[0])] : [];
  return { series, bands, rings, domain };
}

function ringAt(value: number, side: StraightCost): ChartRing {
  return {
    x: value,
    y: costAt(side, value),
    label: numberWords(value >= 100 ? Math.round(value) : Number(value.toPrecision(2))),
  };
}

function domainOf({ breakEven, at }: Crossing, { x: { low, high, scale } }: CrossingView): [number, number] {
  const wanted = [at ?? high, breakEven.kind === "at" ? breakEven.value : high];
  if (scale === "log") {
    const positive = wanted.filter((value) => value > 0);
    return [
      Math.min(low, ...positive.map((value) => 10 ** Math.floor(Math.log10(value)))),
      Math.max(high, ...positive.map((value) => 10 ** Math.ceil(Math.log10(value)))),
    ];
  }
  const crossing = wanted[1];
  const end = Math.max(high, (at ?? 0) * 1.1);
  const seen = crossing !== undefined && crossing > end && crossing <= reach * end ? crossing * 1.1 : end;
  return [low, seen];
}

const places = { linear: 8, log: 40 };

function placesAlong([low, high]: readonly [number, number], scale: "linear" | "log", breakEven: BreakEven): number[] {
  const share = (step: number) => step / places[scale];
  const even = Array.from({ length: places[scale] + 1 }, (_, step) =>
    scale === "log" ? low * (high / low) ** share(step) : low + (high - low) * share(step),
  );
  const inside = breakEven.kind === "at" && breakEven.value > low && breakEven.value < high ? [breakEven.value] : [];
  return [...new Set([...even, ...inside])].sort((a, b) => a - b);
}

/** Dotted uprights: where things stand, and where sources would change their choice. */
export function crossingMarkers(
  at: number | null,
  thresholds: readonly { value: number; source: string }[],
): ChartMarker[] {
  const limits = thresholds.map(({ value, source }) => ({
    id: `${source} ${value}`,
    at: value,
    label: `${source.split(":")[0] ?? ""}: ${shortWords(value, "")}`,
  }));
  return [...(at === null ? [] : [{ id: "now", at }]), ...limits];
}
