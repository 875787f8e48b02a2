/**
 * Claims of arithmetic in a text: operands joined by operators, and the result that is said to come of them. Which
 * claims there are is decided by the words alone; whether they hold is arithmetic.ts.
 */
import { readAfter, readGap, namesResult, type Gap, type Joint, type Operator, type Relation } from "./gap.ts";
import { matterOf } from "./dimension.ts";
import type { Quantity, ReadText } from "./quantity.ts";

export type Step<Kind = Operator> = { operator: Kind; isSign: boolean; operand: Quantity };

/** `isPlain`: put so that it can only mean this sum; anything else may be seen to hold, but never to be wrong. */
export type Claim = {
  first: Quantity;
  steps: Step[];
  result: Quantity;
  relation: Relation;
  isPlain: boolean;
};

type Expression = { first: Quantity; steps: Step[]; last: number };

function measures(quantity: Quantity): string {
  return matterOf(quantity.unit.dimension);
}

const isCount = ({ unit }: Quantity) => unit.share === null && matterOf(unit.dimension) === "";

/** "At" and "over" also place things; they multiply a number of things with what one of them takes. */
function multiplies(left: Quantity, right: Quantity, isSign: boolean): boolean {
  if (isSign) return true;
  if (left.unit.share === "percent" || right.unit.share === "percent") return false;
  const unlike = Object.keys({ ...left.unit.dimension, ...right.unit.dimension }).length > 0;
  return (
    left.isBare || right.isBare || (unlike && (isCount(left) || isCount(right))) || measures(left) !== measures(right)
  );
}

/** Only what is alike can be added; a bare number is like anything. */
function adds(left: Quantity, right: Quantity): boolean {
  if (right.unit.share === "percent") return left.unit.share !== "percent";
  return left.isBare || right.isBare || (measures(left) === measures(right) && left.unit.share === right.unit.share);
}

function isDuration({ unit }: Quantity): boolean {
  return Object.values(unit.dimension).some((exponent) => exponent === 1) && measures({ unit } as Quantity) === "";
}

/** "It is 33 million tokens. At 40 cents per million that's…": nothing else a price of them can be for. */
function isPriceOf({ unit: amount }: Quantity, { unit: price }: Quantity): boolean {
  return (amount.dimension.token ?? 0) === 1 && price.dimension.token === -1;
}

function fits(left: Quantity, { operator, isSign, operand }: Step<Joint>, [word, next]: readonly string[]): boolean {
  if (operator === "price") return isPriceOf(left, operand);
  const isFor = word === "for" && !/^(each|every|all)$/.test(next ?? "");
  if (operator === "times") return (!isFor || isDuration(operand)) && multiplies(left, operand, isSign);
  if (operator === "plus" || operator === "minus" || operator === "list") return adds(left, operand);
  if (operator === "of") return operand.unit.share === null && !operand.isDenied;
  return true;
}

function stepAfter(read: ReadText, gaps: readonly Gap[], at: number): Step | null {
  const [gap, left, operand] = [gaps[at], read.quantities[at], read.quantities[at + 1]];
  if (gap?.kind !== "operator" || !left || !operand) return null;
  const step = { operator: gap.operator, isSign: gap.isSign, operand };
  const words = read.lexemes.slice(left.next, left.next + 2).map(({ low }) => low);
  if (!fits(left, step, words)) return null;
  return { ...step, operator: gap.operator === "price" ? "times" : gap.operator };
}

/** The longest run of operands from here; a list is only a sum when the words after it say so. */
function expressionFrom(read: ReadText, gaps: readonly Gap[], at: number): Expression | null {
  const first = read.quantities[at];
  if (!first) return null;
  const steps: Step[] = [];
  let last = at;
  for (;;) {
    const step = stepAfter(read, gaps, last);
    const isOther = steps[0] !== undefined && (step?.operator === "list") !== (steps[0].operator === "list");
    if (!step || isOther || steps.some(({ operator }) => operator === "change")) break;
    steps.push(step);
    last += 1;
  }
  return { first, steps, last };
}

const isList = ({ steps }: Expression) => steps[0]?.operator === "list";

/** A list that nothing adds up is no sum; its first item may still be told in another unit after a comma. */
function operandsFrom(read: ReadText, gaps: readonly Gap[], at: number): Expression | null {
  const expression = expressionFrom(read, gaps, at);
  if (!expression || !isList(expression)) return expression;
  const gap = gaps[expression.last];
  const isSummed = gap?.kind === "relation" && gap.relation === "sum";
  return isSummed ? expression : { first: expression.first, steps: [], last: at };
}

/** A conversion says one amount in two units; the same unit twice is a change of mind or a comparison. */
function converts(first: Quantity, result: Quantity): boolean {
  const units = ({ unit }: Quantity) => `${JSON.stringify(unit.dimension)} ${unit.factor}`;
  return (
    !first.isBare &&
    !result.isBare &&
    first.unit.share === null &&
    result.unit.share === null &&
    measures(first) === measures(result) &&
    units(first) !== units(result)
  );
}

type Announced = { gap: Extract<Gap, { kind: "relation" }>; after: ReturnType<typeof readAfter> };

function isPlainConversion({ gap, after }: Announced, result: Quantity): boolean {
  if (!after.endsClause || gap.isNextSentence) return false;
  if (gap.relation === "told") return gap.words <= 3;
  if (gap.relation === "led") return gap.words <= 2;
  return gap.relation === "apposed" && result.isApproximate;
}

function isPlainSum({ first, steps }: Expression, { gap, after }: Announced, result: Quantity): boolean {
  const isRatio = steps.at(-1)?.operator === "of" && result.unit.share === "percent";
  if (gap.relation === "apposed") return after.endsClause && (isRatio || steps.some(({ isSign }) => isSign));
  const takesAway = first.unit.share !== null || steps.some(({ operator }) => /^(minus|cut)$/.test(operator));
  if (gap.relation === "left" && !takesAway) return false;
  if (gap.relation === "led" || gap.relation === "left") return after.endsClause || steps.some(({ isSign }) => isSign);
  return true;
}

const shareWords =
  /^(less|fewer|lower|smaller|shorter|faster|cheaper|more|higher|longer|quicker|reduction|cut|drop|saving|savings|decrease|increase|improvement|off|down|fall|bigger|larger|slower|off)$/;

function isPlainChange(read: ReadText, result: Quantity): boolean {
  const before = read.lexemes.slice(Math.max(0, result.from - 3), result.from).map(({ low }) => low);
  return shareWords.test(read.lexemes[result.next]?.low ?? "") || before.some((low) => shareWords.test(low));
}

/** A comma that joins no list may announce what comes of the words before it. */
function asRelation(gap: Gap | undefined): Gap | undefined {
  if (gap?.kind !== "operator" || !gap.isComma) return gap;
  return { kind: "relation", relation: "apposed", words: 0, isNextSentence: false };
}

function claimAt(read: ReadText, gaps: readonly Gap[], at: number): { claim: Claim; resultAt: number } | null {
  const expression = operandsFrom(read, gaps, at);
  const gap = expression && asRelation(gaps[expression.last]);
  const result = expression && read.quantities[expression.last + 1];
  if (!expression || !result || gap?.kind !== "relation") return null;
  const { first, steps, last } = expression;
  const after = readAfter(read.lexemes, result);
  if (!after.isWhole || isList(expression) !== (gap.relation === "sum")) return null;
  const isChange = steps.some(({ operator }) => operator === "change");
  if (steps.length === 0 && !converts(first, result)) return null;
  if (isChange && result.unit.share === null) return null;
  const announced = { gap, after };
  const isPlain =
    steps.length === 0
      ? isPlainConversion(announced, result)
      : isChange
        ? isPlainChange(read, result) && !gap.isNextSentence
        : isPlainSum(expression, announced, result) && !mayBeParts(read, expression) && !isCutOff(gaps[at - 1]);
  return { claim: { first, steps, result, relation: gap.relation, isPlain }, resultAt: last + 1 };
}

/** "An 80/20 split": what is so written may be two parts as well as a quotient. */
function mayBeParts({ lexemes }: ReadText, { first, steps }: Expression): boolean {
  const isSlash = ({ next }: Quantity) => lexemes[next]?.low === "/" && lexemes[next].isGlued;
  const parts = [first, ...steps.map(({ operand }) => operand)].slice(0, -1).filter(isSlash);
  return parts.length > 1 || parts.some(({ isBare, value }) => isBare && value < 1000);
}

/** "800 tokens plus 4 passages of 300 tokens": what comes first belongs to the sum, even where it cannot be joined. */
function isCutOff(before: Gap | undefined): boolean {
  return before?.kind === "operator" && before.operator !== "list" && before.operator !== "price";
}

/** "It pays back in 4 months: 1,600 / 400." */
function namedClaimAt(read: ReadText, gaps: readonly Gap[], at: number): { claim: Claim; resultAt: number } | null {
  const [result, start] = read.quantities.slice(at, at + 2);
  if (!result || !start || !namesResult(read.lexemes, result, start)) return null;
  const expression = expressionFrom(read, gaps, at + 1);
  if (!expression || expression.steps.length === 0 || !expression.steps.every(({ isSign }) => isSign)) return null;
  if (gaps[expression.last]?.kind === "relation") return null;
  const { first, steps, last } = expression;
  return { claim: { first, steps, result, relation: "named", isPlain: !mayBeParts(read, expression) }, resultAt: last };
}

/** In the order of the text. A result may be the first operand of the next claim. */
export function findClaims(read: ReadText): Claim[] {
  const { lexemes, quantities } = read;
  const gaps = quantities.slice(1).map((right, at): Gap => {
    const left = quantities[at];
    return left ? readGap(lexemes, left, right) : { kind: "break" };
  });
  const claims: Claim[] = [];
  for (let at = 0; at < quantities.length - 1;) {
    const found = claimAt(read, gaps, at) ?? namedClaimAt(read, gaps, at);
    if (found) claims.push(found.claim);
    at = found ? Math.max(found.resultAt, at + 1) : at + 1;
  }
  return claims;
}
