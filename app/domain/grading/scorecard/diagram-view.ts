/** A candidate's diagram as the scorecard shows it: what code read in it, and which check each rule speaks for. */
import { diagramRuleTitle, type DiagramRule } from "../../scenarios/diagram-rule.ts";
import type { Rubric } from "../../scenarios/schema.ts";
import type { DiagramFinding, RuleFinding } from "../findings/findings.ts";

/** `checkKeys` are the keys of the checks that refer to the rule. */
export type RuleView = Omit<RuleFinding, "quotes"> & { title: string; checkKeys: string[] };

/** Characters `start` to `end` of turn `seq` are the diagram's source. The newest one that was analysed counts. */
export type DiagramView = Omit<DiagramFinding, "rules"> & { rules: RuleView[]; counts: boolean };

type Keyed = { checks: readonly { key: string; id: string }[] };

export function viewDiagrams(
  diagrams: readonly DiagramFinding[],
  criteria: readonly Keyed[],
  rubric: Rubric,
): DiagramView[] {
  const keys = new Map(criteria.flatMap(({ checks }) => checks.map(({ id, key }) => [id, key] as const)));
  const newest = diagrams.findLast(({ analysed }) => analysed);
  const keysOf = (rule: DiagramRule) =>
    rubric.criteria
      .flatMap(({ checks }) => checks.filter(({ diagramRule }) => diagramRule === rule))
      .flatMap(({ id }) => keys.get(id) ?? []);
  return diagrams.map(({ rules, ...diagram }) => ({
    ...diagram,
    counts: diagram.seq === newest?.seq && diagram.start === newest.start,
    rules: rules.map(({ rule, verdict, message, lines }) => ({
      rule,
      verdict,
      message,
      lines,
      title: diagramRuleTitle[rule],
      checkKeys: keysOf(rule),
    })),
  }));
}
