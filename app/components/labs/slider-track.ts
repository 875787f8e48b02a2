import type { Input } from "#app/domain/simulator/input.ts";

/**
 * Where a slider runs: about the values that the sources say, which is far less than what is allowed. It counts positions
 * from 0 to `steps`; `stops` are values it meets exactly.
 */
export type SliderTrack = {
  scale: "linear" | "log";
  low: number;
  high: number;
  steps: number;
  stops: readonly number[];
};

const steps = 200;

/** Null for an input without an order that means something, such as a seed. */
export function trackOf(input: Input): SliderTrack | null {
  if (input.id === "seed") return null;
  const { default: own, conflicts = [], thresholds = [], spread, min, max } = input;
  const others = [...conflicts, ...thresholds].map(({ value }) => value);
  const said = [own, ...others, ...(spread ? [spread.low, spread.high] : [])];
  const stops = [...new Set(said)].sort((a, b) => a - b);
  const [least, most] = [Math.min(...said), Math.max(...said)];
  if (min === 0 && max === 1) return { scale: "linear", low: 0, high: 1, steps: 100, stops };
  if (least <= 0) {
    const high = most > 0 ? roundUp(most) : isLarge(input) ? 1000 : 100;
    return { scale: "linear", low: Math.max(0, min), high: Math.min(max, high), steps, stops };
  }
  const reach = stops.length === 1 ? 10 : 2;
  return {
    scale: "log",
    low: Math.max(min, roundDown(least / reach)),
    high: Math.min(max, roundUp(most * reach)),
    steps,
    stops,
  };
}

const isLarge = ({ unit }: Input) => unit.startsWith("USD");

/** To 1, 2 or 5 times a power of ten. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const lead = value / power + 1e-9;
  return clean((lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power);
}

function roundUp(value: number): number {
  const down = roundDown(value);
  if (down >= value * (1 - 1e-9)) return down;
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return clean(down < 2 * power * 0.99 ? 2 * power : down < 5 * power * 0.99 ? 5 * power : 10 * power);
}

const clean = (value: number) => Number(value.toPrecision(6));

/** A value outside the track stands at its end. */
export function positionOf({ scale, low, high, steps: most }: SliderTrack, value: number): number {
  const share =
    scale === "log"
      ? Math.log(Math.max(value, Number.MIN_VALUE) / low) / Math.log(high / low)
      : (value - low) / (high - low);
  return Math.min(most, Math.max(0, share * most));
}

/** A stop within half a position, or else a value of two or three digits. */
export function valueAt(track: SliderTrack, position: number, whole = false): number {
  const stop = track.stops.find((value) => Math.abs(positionOf(track, value) - position) <= 0.5);
  if (stop !== undefined) return stop;
  const share = position / track.steps;
  const exact =
    track.scale === "log"
      ? track.low * (track.high / track.low) ** share
      : track.low + (track.high - track.low) * share;
  const value = track.scale === "log" ? Number(exact.toPrecision(2)) : clean(Number(exact.toPrecision(4)));
  const rounded = whole ? Math.round(value) : value;
  return Math.min(track.high, Math.max(track.low, rounded));
}
