/**
 * Numbers with their units, so that a number in a sentence can be held against an entry of the ledger: `1.5K`, `$0.02`,
 * `0.6 s` and `600 ms` as quantities of one dimension each.
 */
import type { Derived, Figure, FigureValue } from "./figures.ts";

export type Dimension = "money" | "percent" | "seconds" | "bytes" | "times" | "plain";

export type Unit = { dimension: Dimension; factor: number };

/** `step` is the place of the last digit written: 0.1 for 2.5, 1000 for 40K. `ratio` is written like 80/10/10. */
export type Quantity = { value: number; step: number; unit: Unit; ratio: string | null };

export const plain: Unit = { dimension: "plain", factor: 1 };

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const units: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:USD|dollars?)\b/, { dimension: "money", factor: 1 }],
  [/^(?:%|percent\b)/, { dimension: "percent", factor: 1 }],
  [/^(?:ms|milliseconds?)\b/, { dimension: "seconds", factor: 0.001 }],
  [/^(?:s|secs?|seconds?)\b/, { dimension: "seconds", factor: 1 }],
  [/^(?:min|minutes?)\b/, { dimension: "seconds", factor: minute }],
  [/^(?:h|hours?)\b/, { dimension: "seconds", factor: hour }],
  [/^days?\b/, { dimension: "seconds", factor: day }],
  [/^weeks?\b/, { dimension: "seconds", factor: 7 * day }],
  [/^months?\b/, { dimension: "seconds", factor: 30 * day }],
  [/^years?\b/, { dimension: "seconds", factor: 365 * day }],
  [/^KB\b/, { dimension: "bytes", factor: 1e3 }],
  [/^MB\b/, { dimension: "bytes", factor: 1e6 }],
  [/^GB\b/, { dimension: "bytes", factor: 1e9 }],
  [/^TB\b/, { dimension: "bytes", factor: 1e12 }],
  [/^times\b/, { dimension: "times", factor: 1 }],
];

/** The unit that a text begins with; words that are none, such as "tokens", are plain. */
export function readUnit(text: string): Unit {
  return units.find(([pattern]) => pattern.test(text))?.[1] ?? plain;
}

/** Is this number of a page one that the entry holds: the source's own as it is, or ours, rounded as the page likes? */
export function holdsQuantity(figure: Figure, quantity: Quantity): boolean {
  const ours: Derived[] = [...(figure.recomputed ? [figure.recomputed] : []), ...(figure.derived ?? [])];
  return (
    isValue(figure.value, figure.unit, { quantity, isRounded: false }) ||
    ours.some(({ value, unit }) => isValue(value, unit, { quantity, isRounded: true }))
  );
}

function isValue(
  value: FigureValue,
  unitText: string | undefined,
  { quantity, isRounded }: { quantity: Quantity; isRounded: boolean },
): boolean {
  if (typeof value === "string") return quantity.ratio !== null && value.includes(quantity.ratio);
  if (quantity.ratio !== null || !Number.isFinite(quantity.value)) return false;
  const unit = readUnit(unitText ?? "");
  if (quantity.unit.dimension !== "plain" && quantity.unit.dimension !== unit.dimension) return false;
  // A number without a unit of its own, as in a column of milliseconds, is in the unit of the entry.
  const scale = quantity.unit.dimension === "plain" ? 1 : quantity.unit.factor / unit.factor;
  const ends = typeof value === "number" ? [value] : [value.from, value.to];
  const slack = (isRounded ? quantity.step / 2 : 0) * scale + 1e-9 * Math.max(1, Math.abs(quantity.value * scale));
  return ends.some((end) => end !== undefined && Math.abs(end - quantity.value * scale) <= slack);
}
