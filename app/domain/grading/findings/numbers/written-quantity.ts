/** Quantities as people write them: "$30 a month", "93.6 million tokens", "71 %". Nothing of an answer's own wording. */
import type { Quantity } from "./quantity.ts";
import type { Unit } from "./unit.ts";

/** Enough for any price of a token. */
const mostDecimals = 12;

const exactly = new Intl.NumberFormat("en", { maximumFractionDigits: mostDecimals });
const wholly = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const closely = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

function plain(value: number, isExact: boolean): string {
  if (isExact) return exactly.format(value);
  return (Math.abs(value) >= 100 ? wholly : closely).format(value);
}

function figures(value: number, isExact: boolean): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${plain(value / 1e9, isExact)} billion`;
  if (size >= 1e6) return `${plain(value / 1e6, isExact)} million`;
  return plain(value, isExact);
}

function amount(value: number, { before }: Unit, isExact: boolean): string {
  const isPrice = before !== "" && Math.abs(value) >= 0.1 && Math.abs(value) < 1000 && !Number.isInteger(value);
  return isPrice && Number(value.toFixed(2)) === value ? value.toFixed(2) : figures(value, isExact);
}

function withUnit(number: string, unit: Unit, after: string): string {
  return `${unit.before}${number}${number === "1" ? after.replace(/^( \p{L}{2,}?)s(?= |$)/u, "$1") : after}`;
}

/** A number worked out, in a unit; `isRateless` leaves the rate away. */
export function writeAmount(value: number, unit: Unit, isRateless = false): string {
  if (unit.share === "fraction") return `${plain(100 * value, false)} %`;
  const isPrice = unit.before !== "" && Math.abs(value) >= 0.1 && Math.abs(value) < 100;
  const number = isPrice ? amount(Number(value.toFixed(2)), unit, false) : amount(value, unit, false);
  return withUnit(number, unit, isRateless ? unit.kind : unit.after);
}

/** A quantity as it was given. */
export function writeQuantity({ value, high, unit }: Pick<Quantity, "value" | "high" | "unit">): string {
  if (unit.share === "fraction") return `${plain(100 * value, false)} %`;
  const number =
    high === null ? amount(value, unit, true) : `${amount(value, unit, true)} to ${amount(high, unit, true)}`;
  return withUnit(number, unit, unit.after);
}
