/**
 * A source held against the structural rules, in the browser and by the same code as on a scorecard. Reading is bounded:
 * what is too long or too large is refused before any rule looks at it.
 */
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { maxGroups, planOf } from "#app/domain/diagrams/plan.ts";
import { checkRules } from "#app/domain/diagrams/rules/check-rules.ts";
import type { RuleFound } from "#app/domain/diagrams/rules/verdict.ts";
import type { DiagramRule } from "#app/domain/scenarios/diagram-rule.ts";

/** `reason` says why nothing was held against the rules. */
export type DrawingFindings = { read: true; rules: RuleFound[] } | { read: false; reason: string };

export function findInDrawing(source: string, rules: readonly DiagramRule[]): DrawingFindings {
  if (source.trim() === "") return { read: false, reason: "As soon as something is drawn, it stands here." };
  const parsed = parseFlowchart(source);
  if (!parsed.ok) {
    const reason =
      parsed.kind === "unreadable" ? "The rules wait until the source reads without errors." : parsed.message;
    return { read: false, reason };
  }
  if (parsed.graph.subgraphs.length > maxGroups) {
    return { read: false, reason: `The diagram has more than ${maxGroups} groups: draw fewer.` };
  }
  // Here nothing is graded, so no label is left out for speaking to a grader.
  const found = new Map(checkRules(planOf(parsed.graph, () => false)).map((each) => [each.rule, each]));
  return { read: true, rules: rules.flatMap((rule) => found.get(rule) ?? []) };
}

/** "2 of 5 rules are kept, 1 broken, 2 not drawn." */
export function summaryOf(rules: readonly RuleFound[]): string {
  const count = (verdict: RuleFound["verdict"]) => rules.filter((rule) => rule.verdict === verdict).length;
  if (rules.length === 0) return "No rule is chosen.";
  const parts = [`${count("holds")} of ${rules.length} ${rules.length === 1 ? "rule is" : "rules are"} kept`];
  if (count("broken") > 0) parts.push(`${count("broken")} broken`);
  if (count("not_shown") > 0) parts.push(`${count("not_shown")} not drawn`);
  return `${parts.join(", ")}.`;
}
