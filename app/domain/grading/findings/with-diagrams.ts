/**
 * What a drawing says counts like words: a check that refers to a rule is met by a drawing that keeps it, and no better
 * than partly met where the drawing breaks it. The newest drawing counts, since a person draws again to correct.
 */
import type { Check, Rubric } from "../../scenarios/schema.ts";
import type { DiagramFinding, RuleFinding } from "./findings.ts";
import type { Claim } from "../grade.ts";

/** A rule is computed; what a label means is still read off its words. */
const readingConfidence = 0.9;

/** Claims as a grader made them, held against the newest diagram that could be analysed. */
export function withDiagrams(rubric: Rubric, claims: readonly Claim[], diagrams: readonly DiagramFinding[]): Claim[] {
  const newest = diagrams.findLast(({ analysed }) => analysed);
  if (!newest) return [...claims];
  const byRule = new Map(newest.rules.map((rule) => [rule.rule, rule]));
  const checks = rubric.criteria.flatMap((criterion) => criterion.checks);
  const rules = new Map(checks.flatMap((check) => pairOf(check, byRule)));
  return claims.map((claim) => {
    const rule = rules.get(claim.id);
    return rule ? withRule(claim, rule) : claim;
  });
}

function pairOf({ id, diagramRule }: Check, byRule: ReadonlyMap<string, RuleFinding>): [string, RuleFinding][] {
  const rule = diagramRule && byRule.get(diagramRule);
  return rule ? [[id, rule]] : [];
}

function withRule(claim: Claim, { verdict, message, quotes }: RuleFinding): Claim {
  if (verdict === "holds" && claim.verdict !== "met" && quotes.length > 0) {
    const drawn = quotes.map(({ text }) => text);
    return {
      ...claim,
      verdict: "met",
      quotes: drawn,
      reason: `Your diagram shows it. ${message}`,
      confidence: readingConfidence,
    };
  }
  if (verdict === "broken" && claim.verdict === "met") {
    return {
      ...claim,
      verdict: "partial",
      reason: `You say this, and your diagram draws it the other way. ${message}`,
    };
  }
  return claim;
}
