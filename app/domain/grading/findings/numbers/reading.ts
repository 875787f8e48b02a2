/**
 * What the operands of a claim come to. Spoken sums leave open what belongs together ("3,200 minus 1,100 times 80,000")
 * and what a word does ("four of 300", "three out of five"), so there may be several readings, the usual one first.
 */
import type { Claim, Step } from "./claim.ts";
import { combine, conversionBetween, type Dimension } from "./dimension.ts";
import type { Operator } from "./gap.ts";
import type { Quantity } from "./quantity.ts";
import { writeQuantity } from "./written-quantity.ts";

/** How an amount came about, to be written out. */
export type Terms = { quantity: Quantity } | { sign: string; left: Terms; right: Terms };

/**
 * `slack`: how far the amount may be off because its operands are rounded. `of`: what the word was taken for between
 * two numbers. `isOpen`: the words may well mean something else.
 */
export type Value = {
  amount: number;
  dimension: Dimension;
  isShare: boolean;
  isBare: boolean;
  slack: number;
  of: "ratio" | "other" | null;
  isOpen: boolean;
  terms: Terms;
};

/** How far off a rough number may be. */
export const roughly = 0.15;

export function slackOf({ value, step, isApproximate, unit }: Quantity): number {
  if (isApproximate && unit.share !== "fraction") return roughly;
  const isRounded = step < 1 || value >= 1e6;
  return isRounded && value !== 0 ? Math.min(0.05, step / 2 / Math.abs(value)) : 0;
}

function valueOf(quantity: Quantity, bareFactor: number): Value {
  const { unit, isBare, value } = quantity;
  return {
    amount: value * (isBare ? bareFactor : unit.factor),
    dimension: unit.dimension,
    isShare: unit.share === "percent" || unit.share === "fraction",
    isBare,
    slack: slackOf(quantity),
    of: null,
    isOpen: false,
    terms: { quantity },
  };
}

function join(sign: string, left: Value, right: Value) {
  return {
    slack: left.slack + right.slack,
    of: left.of ?? right.of,
    isOpen: left.isOpen || right.isOpen,
    terms: { sign, left: left.terms, right: right.terms },
  };
}

function product(a: Value, b: Value, sign: 1 | -1): Value {
  return {
    amount: sign === 1 ? a.amount * b.amount : a.amount / b.amount,
    dimension: combine(a.dimension, b.dimension, sign),
    isShare: a.isShare && b.isShare,
    isBare: a.isBare || b.isBare,
    ...join(sign === 1 ? "×" : "÷", a, b),
  };
}

const isMoney = ({ dimension }: Value) => ["usd", "gbp", "eur"].some((base) => Object.hasOwn(dimension, base));
const isPriceless = ({ dimension: { token = 0 }, isBare, amount }: Value) => token > 0 || (isBare && amount >= 1e6);

/** Tokens have prices per million or thousand, which often goes without saying: "88 million at $0.30". */
function products(a: Value, b: Value): Value[] {
  const plain = product(a, b, 1);
  const [price, amount] = isMoney(b) ? [b, a] : [a, b];
  if (!isMoney(price) || isMoney(amount) || price.dimension.token !== undefined || !isPriceless(amount)) return [plain];
  const dimension = combine(plain.dimension, amount.dimension.token ? { token: 1 } : {}, -1);
  const per = (size: number) => ({ ...plain, amount: plain.amount / size, dimension, isOpen: true });
  return [{ ...plain, isOpen: true }, per(1e6), per(1e3)];
}

/** A share taken off or put on; also the part itself, which "saves" may mean. */
function adjusted(a: Value, b: Value, sign: 1 | -1): Value[] {
  const [share, whole] = a.isShare ? [a, b] : [b, a];
  const joined = { ...whole, ...join(sign === 1 ? "plus" : "less", whole, share), slack: whole.slack };
  return [1 + sign * share.amount, share.amount].map((by) => ({ ...joined, amount: whole.amount * by }));
}

function sumOf(a: Value, b: Value, sign: 1 | -1): Value[] {
  if (b.isShare && !a.isShare) return adjusted(a, b, sign).slice(0, 1);
  const conversion = conversionBetween(b.dimension, a.dimension);
  const factor = a.isBare || b.isBare ? 1 : conversion?.isImplied === false ? conversion.factors[0] : undefined;
  if (factor === undefined) return [];
  const dimension = a.isBare ? b.dimension : a.dimension;
  const amount = a.amount + sign * factor * b.amount;
  const joined = { ...join(sign === 1 ? "+" : "−", a, b), slack: a.slack };
  return [{ ...a, ...joined, amount, dimension, isBare: a.isBare && b.isBare }];
}

/** "Four chunks of 300 tokens" can only be so many times as much. */
function isSoManyOf(a: Value, b: Value): boolean {
  const rates = Object.values(a.dimension).every((exponent) => exponent < 0);
  return !a.isBare && rates && Object.values(b.dimension).some((exponent) => exponent > 0);
}

/** A part of a whole, or what is left of it; between two numbers also so many times as much, or the rest. */
function partOf(a: Value, b: Value): Value[] {
  if (a.isShare) {
    const joined = { ...b, ...join("of", a, b), slack: b.slack };
    return [a.amount, 1 - a.amount].map((by) => ({ ...joined, amount: b.amount * by }));
  }
  const ratio = { ...product(a, b, -1), isBare: false, of: "ratio" as const };
  const others = [product(a, b, 1), ...sumOf(b, a, -1)];
  const isOpen = !isSoManyOf(a, b);
  return [
    ratio,
    { ...ratio, amount: 1 - ratio.amount },
    ...others.map((each) => ({ ...each, of: "other" as const, isOpen: each.isOpen || isOpen })),
  ];
}

/** The usual reading first; empty where the two cannot be combined. */
function combineValues(operator: Operator, a: Value, b: Value): Value[] {
  switch (operator) {
    case "times":
      return products(a, b);
    case "divide":
      return b.amount === 0 ? [] : [product(a, b, -1)];
    case "of":
      return b.amount === 0 ? [] : partOf(a, b);
    case "cut":
      return adjusted(a, b, -1);
    case "rise":
      return adjusted(a, b, 1);
    case "change":
      return [];
    default:
      return sumOf(a, b, operator === "minus" ? -1 : 1);
  }
}

type Sum = Pick<Claim, "first" | "steps">;

const isSum = ({ operator }: Step) => operator === "plus" || operator === "minus" || operator === "list";
const mostReadings = 12;

function operandsOf({ first, steps }: Sum): Value[] {
  const operands = [first, ...steps.map(({ operand }) => operand)];
  const bareFactor = steps.every(isSum) ? (operands.find(({ isBare }) => !isBare)?.unit.factor ?? 1) : 1;
  return operands.map((operand) => valueOf(operand, bareFactor));
}

const areFinite = (values: Value[]) => values.filter(({ amount }) => Number.isFinite(amount));

/** Products before sums, from left to right. */
export function usualReadings(claim: Sum): Value[] {
  const [first, ...operands] = operandsOf(claim);
  if (!first) return [];
  let readings: { sum: Value | null; operator: Operator; term: Value }[] = [
    { sum: null, operator: "plus", term: first },
  ];
  const close = ({ sum, operator, term }: (typeof readings)[number]) =>
    sum === null ? [term] : combineValues(operator, sum, term);
  claim.steps.forEach((step, at) => {
    const operand = operands[at];
    if (!operand) return;
    readings = readings
      .flatMap((reading) =>
        isSum(step)
          ? close(reading).map((sum) => ({ sum, operator: step.operator, term: operand }))
          : combineValues(step.operator, reading.term, operand).map((term) => ({ ...reading, term })),
      )
      .slice(0, mostReadings);
  });
  return areFinite(readings.flatMap(close));
}

/** Nobody keeps more than these together in the head. */
const mostOperands = 5;

/** Operands taken together in every other way; none where all operators are alike. */
export function otherReadings(claim: Sum): Value[] {
  const { steps } = claim;
  if (steps.length >= mostOperands || steps.every(({ operator }) => operator === steps[0]?.operator)) return [];
  const operands = operandsOf(claim);
  const between = (from: number, to: number): Value[] => {
    if (from === to) return operands.slice(from, from + 1);
    const splits = steps.slice(from, to).map(({ operator }, at) => ({ operator, at: from + at }));
    return splits
      .flatMap(({ operator, at }) =>
        between(from, at).flatMap((a) => between(at + 1, to).flatMap((b) => combineValues(operator, a, b))),
      )
      .slice(0, 4 * mostReadings);
  };
  return areFinite(between(0, operands.length - 1));
}

const weak = new Set(["+", "−", "less", "plus"]);

function writePart(terms: Terms, sign: string, isRight: boolean): string {
  const written = writeTerms(terms);
  if (!("sign" in terms)) return written;
  const isWeaker = weak.has(terms.sign) && !weak.has(sign);
  const isLike = weak.has(terms.sign) === weak.has(sign);
  return isWeaker || (isRight && isLike && (sign === "−" || sign === "÷")) ? `(${written})` : written;
}

export function writeTerms(terms: Terms): string {
  if (!("sign" in terms)) return writeQuantity(terms.quantity);
  const { sign, left, right } = terms;
  return `${writePart(left, sign, false)} ${sign} ${writePart(right, sign, true)}`;
}
