/**
 * One sentence or two about a result, built from its levels: what held best, and what is missing most.
 */
import type { Competency } from "../../scenarios/competency.ts";
import type { Rubric } from "../../scenarios/schema.ts";
import type { CriterionResult } from "../grade.ts";

const held: Record<Competency, string> = {
  framing: "You framed the need well",
  decision: "You gave the conditions that decide",
  architecture: "You can say how it works",
  economics: "You used the numbers",
  evaluation: "You know how to prove it",
  operations: "You thought of the day after launch",
  communication: "You made a clear case",
};

const missing: Record<Competency, string> = {
  framing: "what the need is stayed blurred",
  decision: "the conditions that decide are missing",
  architecture: "how it works stayed vague",
  economics: "the numbers are missing",
  evaluation: "how you would prove it is missing",
  operations: "the day after launch is missing",
  communication: "the case still needs a clear line",
};

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** `criteria` are the results in the rubric's order. Among equal levels the heavier criterion speaks. */
export function headlineOf(rubric: Rubric, criteria: readonly CriterionResult[]): string {
  const weighed = criteria.map((result, at) => ({ ...result, weight: rubric.criteria[at]?.weight ?? 0 }));
  const best = [...weighed].sort((a, b) => b.level - a.level || b.weight - a.weight)[0];
  const worst = [...weighed].sort((a, b) => a.level - b.level || b.weight - a.weight)[0];
  if (!best || !worst) return "There is nothing to show yet.";
  if (best.level <= 1) return "There is little here yet to score. Most points are still open.";
  if (worst.level >= 3) return `${held[best.competency]}, and the rest holds too.`;
  if (best.level === worst.level) return "All of it is half there: nothing is missing altogether, nothing is complete.";
  return `${held[best.competency]}. ${sentence(missing[worst.competency])}`;
}
