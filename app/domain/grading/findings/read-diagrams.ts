/**
 * The candidate's diagrams, each held against the rules that matter in the scenario. What cannot be analysed is kept and
 * says why. A label that speaks to the grader is no part of a drawing.
 */
import { parseFlowchart } from "../../diagrams/flowchart.ts";
import { maxSourceLength, type Graph } from "../../diagrams/graph.ts";
import { plainLabel } from "../../diagrams/label.ts";
import { plainSource } from "../../diagrams/mermaid-source.ts";
import { maxGroups, planOf } from "../../diagrams/plan.ts";
import { checkRules } from "../../diagrams/rules/check-rules.ts";
import type { RuleFound } from "../../diagrams/rules/verdict.ts";
import type { Transcript } from "../../interview/transcript.ts";
import type { DiagramRule } from "../../scenarios/diagram-rule.ts";
import type { Scenario } from "../../scenarios/schema.ts";
import { addressesTheGrader } from "../evidence/admissible.ts";
import { diagramSources, type DiagramSource } from "./diagram-sources.ts";
import type { DiagramFinding, RuleFinding } from "./findings.ts";
import type { Flag } from "../grade.ts";
import { quoteLines } from "./line-quotes.ts";

export function readDiagrams(scenario: Scenario, transcript: Transcript): DiagramFinding[] {
  const matters = rulesThatMatter(scenario);
  return diagramSources(transcript).map((drawn) => readDiagram(drawn, matters));
}

/** The rules a scenario names, then those its checks refer to. */
function rulesThatMatter({ diagramRules, rubric }: Scenario): DiagramRule[] {
  const checks = rubric.criteria.flatMap((criterion) => criterion.checks);
  return [...new Set([...diagramRules, ...checks.flatMap(({ diagramRule }) => diagramRule ?? [])])];
}

function readDiagram(drawn: DiagramSource, matters: readonly DiagramRule[]): DiagramFinding {
  const { seq, start, end, source } = drawn;
  const place = { seq, start, end, kind: kindOf(source) };
  const parsed = parseFlowchart(source);
  if (!parsed.ok) {
    const isTooLong = source.length > maxSourceLength;
    const reason =
      parsed.kind === "unreadable" && !isTooLong ? `Line ${parsed.line}: ${parsed.message}` : parsed.message;
    return { ...place, analysed: false, reason, rules: [] };
  }
  if (parsed.graph.subgraphs.length > maxGroups) {
    const reason = `The diagram has more than ${maxGroups} groups: draw fewer.`;
    return { ...place, analysed: false, reason, rules: [] };
  }
  return { ...place, analysed: true, reason: null, rules: rulesOf(parsed.graph, drawn, matters) };
}

function rulesOf(graph: Graph, drawn: DiagramSource, matters: readonly DiagramRule[]): RuleFinding[] {
  const found = new Map(checkRules(planOf(graph, addressesTheGrader)).map((each) => [each.rule, each]));
  const first = matters.flatMap((rule) => found.get(rule) ?? []);
  const others = [...found.values()].filter(({ rule, verdict }) => verdict === "broken" && !matters.includes(rule));
  return [...first, ...others].map((each) => withQuotes(each, drawn));
}

function withQuotes({ rule, verdict, message, lines }: RuleFound, drawn: DiagramSource): RuleFinding {
  return { rule, verdict, message, lines, quotes: quoteLines(drawn, lines) };
}

/** The first word of a diagram, as its author wrote it. */
function kindOf(source: string): string {
  return /^[A-Za-z][\w-]{0,30}/.exec(plainSource(source.slice(0, maxSourceLength)).trimStart())?.[0] ?? "unknown";
}

/** What stands between the signs of Mermaid: labels, comments, and the values of front matter and directives. */
const signs = /["|[\](){}<>;]+|%%|:\s|\n/;

/** The flags that a drawing raises by words hidden in it. */
export function flagsOfDiagrams(transcript: Transcript): Flag[] {
  const speaks = diagramSources(transcript).some(({ source }) => {
    const pieces = source.slice(0, maxSourceLength).split(signs).map(plainLabel);
    return [...new Set([...pieces, ...labelsIn(source)])].some(addressesTheGrader);
  });
  return speaks ? ["instructs_the_grader"] : [];
}

function labelsIn(source: string): string[] {
  const parsed = parseFlowchart(source);
  if (!parsed.ok) return [];
  const { nodes, edges, subgraphs } = parsed.graph;
  return [...nodes, ...edges, ...subgraphs].flatMap(({ label }) => label ?? []);
}
