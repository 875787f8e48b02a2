/** Drawings and what the rules say of them. */
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { planOf } from "#app/domain/diagrams/plan.ts";
import { checkRules } from "#app/domain/diagrams/rules/check-rules.ts";
import type { RuleFound } from "#app/domain/diagrams/rules/verdict.ts";
import type { DiagramRule } from "#app/domain/scenarios/diagram-rule.ts";

export function rulesOf(source: string): RuleFound[] {
  const parsed = parseFlowchart(source);
  if (!parsed.ok) throw new Error(`Line ${parsed.line}: ${parsed.message}`);
  return checkRules(planOf(parsed.graph, () => false));
}

export function verdictOf(rule: DiagramRule, source: string): RuleFound {
  const found = rulesOf(source).find((each) => each.rule === rule);
  if (!found) throw new Error(`No rule ${rule}.`);
  return found;
}
