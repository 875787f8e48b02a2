/**
 * Whether a claim of arithmetic holds: its readings brought into the unit of the result, and compared as closely as the
 * result is stated. Where a sentence leaves something open (the period, working days, which part of a change, what
 * belongs together), every usual reading is tried, and one that fits is enough.
 */
import type { Claim } from "./claim.ts";
import { conversionBetween, matterOf, type Dimension } from "./dimension.ts";
import type { Quantity } from "./quantity.ts";
import { otherReadings, roughly, slackOf, usualReadings, writeTerms, type Value } from "./reading.ts";
import { writeAmount, writeQuantity } from "./written-quantity.ts";

/** `value` is what comes out in the unit of the result, `computed` the same as it is written, `sum` how it comes about. */
export type Checked = {
  verdict: "consistent" | "wrong" | "unchecked";
  value: number;
  computed: string;
  sum: string;
  isRateLost: boolean;
};

/** How far off a result may be: stated plainly, or under a reading that is not the usual one. */
const plainly = 0.025;
const otherwise = 0.025;

/** `values` are what the result should read, in its own unit: the usual first. `factor` led to it. */
type Expected = { values: number[]; isImplied: boolean; factor: number; slack: number; reading: Value };

/** A share is a part of something; what is no share is a part of nothing. */
function isMeantBy({ unit, isBare, value }: Quantity, { of }: Value): boolean {
  if (of === null) return true;
  return of === "ratio" ? unit.share !== null || (isBare && value <= 1) : unit.share === null;
}

function expectIn(value: Value, result: Quantity, bares: readonly number[], isAllBare: boolean): Expected | null {
  const { unit, isBare } = result;
  const { amount, slack } = value;
  if (!isMeantBy(result, value)) return null;
  if (unit.share !== null) {
    const isRatio = matterOf(value.dimension) === "" && Object.keys(value.dimension).length === 0;
    return isRatio ? { values: [amount / unit.factor], isImplied: false, factor: 1, slack, reading: value } : null;
  }
  if (isAllBare) return { values: [amount], isImplied: false, factor: 1, slack, reading: value };
  const [own, said] = [matterOf(value.dimension), matterOf(unit.dimension)];
  const isDuration = Object.values(unit.dimension).some((exponent) => exponent > 0);
  const isOpen = said === "" && unit.noun === null && !isDuration;
  const isUnnamed = own !== said && (isBare || isOpen || (own === "" && value.isBare && unit.factor === 1));
  if (own !== said && !isUnnamed) return null;
  const target = isUnnamed ? sameMatter(value.dimension, unit.dimension) : unit.dimension;
  const conversion = isBare ? { factors: [1], isImplied: true } : conversionBetween(value.dimension, target);
  if (!conversion) return null;
  const factors = value.isBare ? withoutConversion(conversion.factors, bares) : conversion.factors;
  const values = factors.map((factor) => (amount * factor) / unit.factor);
  return { values, isImplied: conversion.isImplied, factor: factors[0] ?? 1, slack, reading: value };
}

/** "1,000 a day × 365" has the period in it already. */
function withoutConversion(factors: readonly number[], bares: readonly number[]): number[] {
  const isSaid = bares.some((bare) => factors.some((factor) => Math.abs(factor - bare) < 0.01 * factor));
  return isSaid ? [1, ...factors] : [...factors, 1];
}

const timeBases = new Set(["second", "day", "week", "month", "year"]);

/** The rate of one dimension with the matter of the other. */
function sameMatter(own: Dimension, said: Dimension): Dimension {
  const pick = (dimension: Dimension, isTime: boolean) =>
    Object.fromEntries(Object.entries(dimension).filter(([base]) => timeBases.has(base) === isTime));
  return { ...pick(own, false), ...pick(said, true) };
}

/** Half of the last place shown; zeros at the end of a whole number may be places, within reason. */
function rounding({ value, step }: Quantity): number {
  return Math.min(step / 2, Math.abs(value) * (step > 1 ? 0.05 : 0.25));
}

function isNear(expected: number, result: Quantity, tolerance: number): boolean {
  const { value, high, bound } = result;
  const room = Math.max(Math.abs(expected) * tolerance, rounding(result)) * (1 + 1e-9);
  if (high !== null) return expected >= value - room && expected <= high + room;
  if (bound === "most") return expected <= value + room && expected >= value * 0.4;
  if (bound === "least") return expected >= value - room && expected <= value * 2.5;
  return Math.abs(expected - value) <= room;
}

function agrees({ values, slack, isImplied }: Expected, result: Quantity): boolean {
  const [usual = Number.NaN, ...others] = values;
  const stated = result.isApproximate ? roughly : plainly;
  if (isNear(usual, result, Math.min(0.3, stated + slack))) return true;
  const loose = isImplied ? otherwise : result.isApproximate ? 2 * otherwise : otherwise;
  return others.some((value) => isNear(value, result, loose));
}

/** "From 2,800 to 400" is 86 % less, seven times shorter, or six times less, and 14 % of it remain. */
function changesBetween(from: Quantity, to: Quantity): { percent: number[]; times: number[] } {
  const [a, b] = [from.value * (from.isBare ? to.unit.factor : from.unit.factor), to.value * to.unit.factor];
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  const off = a > b ? [(a - b) / a, (a - b) / b] : [(b - a) / a, (b - a) / b];
  return { percent: [...off, b / a].map((share) => 100 * share), times: [high / low, high / low - 1] };
}

function checkChange({ first, result, isPlain }: Claim, to: Quantity): Checked | null {
  if (result.unit.share !== "times" && result.unit.share !== "percent") return null;
  const values = changesBetween(first, to)[result.unit.share].filter(Number.isFinite);
  const usual = values[0];
  if (usual === undefined || first.high !== null || to.high !== null) return null;
  const slack = slackOf(first) + slackOf(to);
  const tolerance = (result.isApproximate ? roughly : plainly) + slack;
  const sum = `From ${writeQuantity(first.isBare ? { ...first, unit: to.unit } : first)} to ${writeQuantity(to)} is ${writeAmount(usual, result.unit)}`;
  const computed = writeAmount(usual, result.unit);
  const holds = values.some((value) => isNear(value, result, tolerance));
  const verdict = holds ? "consistent" : isPlain ? "wrong" : "unchecked";
  return { verdict, value: usual, computed, sum, isRateLost: false };
}

/** Seconds in a day and the like say nothing to a reader; what stands between the written units does. */
function writeFactor({ first, steps }: Claim, expected: Expected): string {
  const [value = Number.NaN] = expected.values;
  const factor = steps.length === 0 ? value / first.value : expected.factor;
  if (Math.abs(factor - 1) < 1e-9 || (steps.length > 0 && (factor > 1000 || factor < 1 / 1000))) return "";
  const written = (by: number) => by.toLocaleString("en", { maximumFractionDigits: 2 });
  return factor >= 1 ? ` × ${written(factor)}` : ` ÷ ${written(1 / factor)}`;
}

/** What the claim is measured by: a reading that gives the result, else the usual one, or the nearest of several. */
function expectedOf(claim: Claim, operands: readonly Quantity[]): { best: Expected; holds: boolean } | null {
  const { result } = claim;
  const isAllBare = claim.steps.length > 0 && operands.every(({ isBare }) => isBare);
  const bares = operands.filter(({ isBare }) => isBare).map((bare) => bare.value);
  const expect = (readings: Value[]) => readings.flatMap((each) => expectIn(each, result, bares, isAllBare) ?? []);
  const usual = expect(usualReadings(claim));
  const right = usual.find((each) => agrees(each, result));
  if (right) return { best: right, holds: true };
  const others = expect(otherReadings(claim));
  const other = others.find((each) => agrees(each, result));
  if (other) return { best: other, holds: true };
  const distance = ({ values: [value = 0] }: Expected) => (value > 0 ? Math.abs(Math.log(value / result.value)) : 1e9);
  const [nearest] = [...usual.slice(0, 1), ...others].sort((a, b) => distance(a) - distance(b));
  return nearest ? { best: nearest, holds: false } : null;
}

/** Null where the claim is about something that cannot be worked out from its operands. */
export function checkClaim(claim: Claim): Checked | null {
  const { first, steps, result, isPlain } = claim;
  const change = steps.find(({ operator }) => operator === "change");
  if (change) return checkChange(claim, change.operand);
  if (result.value === 0) return null;
  const operands = [first, ...steps.map(({ operand }) => operand)];
  const expected = expectedOf(claim, operands);
  // "At $0.80 that's $8 a day" is about something said before.
  if (!expected || (steps.length === 0 && expected.best.isImplied)) return null;
  const { best, holds } = expected;
  const value = best.values[0] ?? Number.NaN;
  const isUsual = isNear(value, result, Math.min(0.3, (result.isApproximate ? roughly : plainly) + best.slack));
  const isLost = best.isImplied && !holds && !result.isBare;
  const unit = result.isBare ? usualUnit(operands, result) : result.unit;
  const computed = holds && !isUsual ? writeQuantity(result) : writeAmount(value, unit, isLost);
  const terms = writeTerms(best.reading.terms);
  const sum =
    holds && (!isUsual || best.reading.isOpen)
      ? `${computed} follows from ${terms}`
      : `${terms}${writeFactor(claim, best)} = ${computed}`;
  const isExact = operands.every(({ high, bound }) => high === null && bound === null);
  const isFirm = isPlain && isExact && !best.reading.isOpen && result.high === null && result.bound === null;
  const isBareOfScale = result.isBare && operands.some(({ unit }) => unit.factor !== 1 && unit.share === null);
  const verdict = holds ? "consistent" : isFirm && !isBareOfScale ? "wrong" : "unchecked";
  return { verdict, value, computed, sum, isRateLost: isLost };
}

/** A bare result takes the unit of what it was worked out from, if that is plain. */
function usualUnit(operands: readonly Quantity[], result: Quantity) {
  const measured = operands.filter(({ unit }) => Object.keys(unit.dimension).length > 0 && unit.factor === 1);
  const only = measured.length === 1 ? measured[0] : undefined;
  return only ? { ...only.unit, after: only.unit.kind } : result.unit;
}
