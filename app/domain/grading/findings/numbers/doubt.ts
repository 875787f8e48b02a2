/**
 * Reasons not to call a number wrong: the candidate quotes it to turn it down, names the right one elsewhere, or reckons
 * with something that stands nearby.
 */
import type { Span } from "../../../text/words.ts";
import { amountOf, isSameAmount, isSameKind } from "./known-figure.ts";
import type { Quantity, ReadText } from "./quantity.ts";

/** Words that turn a number down wherever they stand near it. */
const disbelief =
  /\b(wrong|mistakes?|mistaken|errors?|incorrect\w*|misprint\w*|nonsense|doubt\w*|actually|should (be|read)|off by|too (high|low|much|little)|check|verify|recomput\w*|recalculat\w*|contradict\w*|really|supposedly|allegedly|instead)\b/i;
const negation = "(?:cannot|can't|couldn't|doesn't|don't|isn't|wasn't|not|never)";
const negated = new RegExp(`\\b${negation}\\b`, "i");
/** After a number a negation may begin the next thought ("so cost does not decide"): it counts close by, or of a judgement. */
const negatedAtOnce = new RegExp(`^\\W*(?:[\\w']+\\W+){0,2}${negation}\\b`, "i");
const negatedJudgement = new RegExp(
  `\\b${negation}\\W+(?:[\\w']+\\W+){0,2}(?:believe|trust|buy|accept|agree|right|correct|true|add|hold|work|follow|match|fit|make sense|possible|plausible)\\b`,
  "i",
);

function turnsDown(before: string, after: string): boolean {
  const around = `${before} ${after}`;
  if (around.includes("?") || disbelief.test(around)) return true;
  return negated.test(before) || negatedAtOnce.test(after) || negatedJudgement.test(after);
}

type Doubt = {
  read: ReadText;
  sentences: readonly Span[];
  around: Span;
  claim: Span;
  right: Quantity;
};

/** Characters around a claim in which it may be turned down; a sentence may be as long as a text. */
const doubtReach = 240;

/** The words around a claim turn it down, or the right amount stands somewhere in the same answer. */
export function isDoubted({ read, sentences, around, claim, right }: Doubt): boolean {
  const { text, quantities } = read;
  const next = sentences.find(({ start }) => start >= around.end);
  const from = Math.max(around.start, claim.start - doubtReach);
  const to = Math.min(next?.end ?? around.end, claim.end + doubtReach);
  if (turnsDown(text.slice(from, claim.start), text.slice(claim.end, to))) return true;
  return quantities.some(
    (each) =>
      (each.end <= claim.start || each.start >= claim.end) &&
      isSameAmount(amountOf(each), amountOf(right), 0.03) &&
      isSameKind(each, right),
  );
}

type Neighbourhood = {
  value: number;
  claimed: Quantity;
  parts: readonly Quantity[];
  quantities: readonly Quantity[];
  around: Span;
};

/** How far before a sentence a number may stand that it silently reckons with. */
const reach = 160;

/** One more factor or term from nearby leads to the number that was given. */
export function isExplainedByNeighbours({ value, claimed, parts, quantities, around }: Neighbourhood): boolean {
  const near = quantities.filter(
    (each) => !parts.includes(each) && each.start >= around.start - reach && each.end <= around.end,
  );
  return near.some((each) => {
    const amount = each.unit.share === "percent" ? amountOf(each) : each.value;
    const factors = [amount, 1 / amount, 1 - amount];
    const results = [...factors.map((factor) => value * factor), value + each.value, value - each.value];
    return results.some((result) => isSameAmount(result, claimed.value, 0.015));
  });
}
