import { costAt, type BreakEven, type StraightCost } from "#app/domain/simulator/break-even.ts";
import { moneyWords } from "../amount.ts";
import type { CrossingView } from "./cost-views.ts";

export type Answer = { sides: readonly [StraightCost, StraightCost]; breakEven: BreakEven; at: number | null };

/** Nobody decides by a difference of half a percent. */
const levelShare = 0.005;

/** Which side is cheaper where things stand, by how much, and what would turn it. */
export function answerWords({ sides, breakEven, at }: Answer, view: CrossingView): string {
  if (at === null) return withoutPlace(breakEven, view);
  const [one, other] = [costAt(sides[0], at), costAt(sides[1], at)];
  const apart = Math.abs(one - other);
  if (apart <= levelShare * Math.max(one, other)) {
    return `${view.at(at)}, both cost about ${moneyWords(one)}. Cost does not decide this one.`;
  }
  const winner = one < other ? view.sides[0] : view.sides[1];
  const by = `${moneyWords(apart >= 1000 ? Math.round(apart) : apart)}${view.period === "" ? "" : ` ${view.period}`}`;
  return `${view.at(at)}, ${winner.words} is cheaper by ${by}. ${turningWords(breakEven, view, at)}`;
}

function turningWords(breakEven: BreakEven, view: CrossingView, at: number): string {
  if (breakEven.kind === "at") {
    return `It flips ${at < breakEven.value ? "above" : "below"} ${view.flips(breakEven.value)}.`;
  }
  return "No break-even exists.";
}

function withoutPlace(breakEven: BreakEven, { sides: [one, other], flips }: CrossingView): string {
  if (breakEven.kind === "at")
    return `After ${flips(breakEven.value)}, ${one.words} has cost as much as ${other.words}.`;
  return `No break-even exists: ${one.words} never comes to as much as ${other.words}.`;
}

/** The statement under the chart, and what it would take. */
export function breakEvenWords({ breakEven }: Answer, view: CrossingView): string {
  if (breakEven.kind === "at") return `Equal at ${view.flips(breakEven.value)}.`;
  return "No break-even exists.";
}
