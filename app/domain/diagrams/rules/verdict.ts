/**
 * What a rule says of a drawing: it holds, it is broken, or the drawing does not show it. Broken is said only where the
 * parts are drawn and lead the wrong way; a drawing leaves much out, and what is left out is no fault in it.
 */
import type { DiagramRule } from "../../scenarios/diagram-rule.ts";
import { componentName, type Component } from "../component-words.ts";
import { ledTo, type Part, type Plan } from "../plan.ts";

/** `lines` count from 1, in the order of the source: the boxes and links that the verdict rests on. */
export type RuleVerdict = { verdict: "holds" | "broken" | "not_shown"; message: string; lines: number[] };
export type RuleFound = RuleVerdict & { rule: DiagramRule };

export type Rule = (plan: Plan) => RuleVerdict;

type Placed = { line: number };

function said(verdict: RuleVerdict["verdict"], message: string, at: readonly Placed[]): RuleVerdict {
  const lines = [...new Set(at.map(({ line }) => line))].sort((a, b) => a - b);
  return { verdict, message: message.charAt(0).toUpperCase() + message.slice(1), lines };
}

export const holds = (message: string, ...at: Placed[]) => said("holds", message, at);
export const broken = (message: string, ...at: Placed[]) => said("broken", message, at);
export const notShown = (message: string) => said("not_shown", message, []);

/** "the reranker in line 4". */
export function at(component: Component, { line }: Placed): string {
  return `${componentName[component]} in line ${line}`;
}

/** The parts that stand highest in the source come first, so that the order of boxes in it decides nothing. */
export function inOrder(parts: Iterable<Part>): Part[] {
  return [...parts].sort((a, b) => a.line - b.line || (a.id < b.id ? -1 : 1));
}

type Pair = [Part, Part];

/** The first pair of which one leads to the other. */
export function firstPair(
  plan: Plan,
  {
    from,
    to,
    along = "links",
    without = [],
  }: {
    from: readonly Part[];
    to: readonly Part[];
    along?: "links" | "arrows";
    without?: readonly Part[];
  },
): Pair | null {
  for (const start of inOrder(from)) {
    const reached = ledTo(plan, [start], { along, without: without.filter((each) => each !== start) });
    const end = inOrder(to).find((each) => each !== start && reached.has(each));
    if (end) return [start, end];
  }
  return null;
}
