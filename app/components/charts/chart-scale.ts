import { scaleLinear, scaleLog } from "@visx/scale";

export type AxisTick = {
  at: number;
  label: string;
  /** Shorter words for a narrow drawing; an empty string leaves them out there. */
  narrow?: string;
};

export type AxisSpec = {
  /** What is measured, in which unit. Beneath the x axis, above the y axis; empty where the ticks say it. */
  label: string;
  /** A logarithmic axis says so in its label, by itself. Values at or below zero are left out of it. */
  scale?: "linear" | "log";
  /** Both ends. Without it: what the data span, from zero unless logarithmic, rounded outwards. */
  domain?: readonly [number, number];
  /** Where ticks stand and what they say; without it a few round values in `format`'s words. */
  ticks?: readonly AxisTick[];
  format?: (value: number) => string;
};

/** Value to pixel, with what a drawing needs to know of it. */
export type ChartScale = ReturnType<typeof linear> | ReturnType<typeof logarithmic>;

type Ends = [number, number];

const linear = (domain: Ends, range: Ends, isRounded: boolean) =>
  scaleLinear<number>({ domain, range, nice: isRounded });
const logarithmic = (domain: Ends, range: Ends) => scaleLog<number>({ domain, range, base: 10 });

/** A scale over the values shown, or over the axis' own domain. Values that are no numbers are passed over. */
export function chartScale(axis: AxisSpec, values: readonly number[], range: Ends): ChartScale {
  const isLog = axis.scale === "log";
  const shown = values.filter((value) => Number.isFinite(value) && (!isLog || value > 0));
  const [low, high] = axis.domain ?? endsOf(shown, isLog);
  if (isLog) return logarithmic([Math.max(low, Number.MIN_VALUE), high], range);
  return linear([low, high], range, axis.domain === undefined);
}

function endsOf(values: readonly number[], isLog: boolean): Ends {
  const low = values.reduce((least, value) => Math.min(least, value), isLog ? Infinity : 0);
  const high = values.reduce((most, value) => Math.max(most, value), isLog ? 0 : low);
  if (isLog) {
    if (!Number.isFinite(low)) return [1, 10];
    return [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(high * 1.0001))];
  }
  return high > low ? [low, high] : [low, low + 1];
}

const plainNumber = (value: number) => value.toLocaleString("en-US", { maximumSignificantDigits: 6 });

/** Where an axis is marked: as it says, or at round values, powers of ten on a logarithmic one. */
export function ticksOf(axis: AxisSpec, scale: ChartScale, narrow: boolean): { at: number; label: string }[] {
  const [low = 0, high = 1] = scale.domain();
  const inside = (at: number) => at >= low - 1e-9 * Math.abs(low) && at <= high + 1e-9 * Math.abs(high);
  if (axis.ticks) {
    return axis.ticks
      .filter(({ at }) => inside(at))
      .map((tick) => ({ at: tick.at, label: narrow ? (tick.narrow ?? tick.label) : tick.label }));
  }
  const format = axis.format ?? plainNumber;
  const values = axis.scale === "log" ? powersOfTen(low, high, narrow ? 5 : 7) : scale.ticks(narrow ? 4 : 5);
  return values.filter(inside).map((at) => ({ at, label: format(at) }));
}

function powersOfTen(low: number, high: number, most: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const step = Math.max(1, Math.ceil((last - first + 1) / most));
  const powers = [];
  for (let power = first; power <= last; power += step) powers.push(10 ** power);
  return powers;
}

/** An axis' label with what a reader must know of its scale. */
export function axisWords({ label, scale }: AxisSpec): string {
  if (scale !== "log") return label;
  return label === "" ? "logarithmic" : `${label}, logarithmic`;
}

/** About how wide words are at 12 px of Inter, or at 13 px in the heavier weights of names: enough to keep room for them. */
export function widthOfWords(words: string, sizePx: 12 | 13 = 12): number {
  return words.length * sizePx * (sizePx === 13 ? 0.6 : 0.56);
}
