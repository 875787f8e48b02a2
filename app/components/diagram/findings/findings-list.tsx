import { useMemo } from "react";
import { VerdictMark } from "#app/components/ui/verdict.tsx";
import type { RuleFound } from "#app/domain/diagrams/rules/verdict.ts";
import { diagramRuleTitle, type DiagramRule } from "#app/domain/scenarios/diagram-rule.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";
import { findInDrawing, summaryOf } from "./drawing-findings.ts";
import "./findings.css";

export type FindingsListProps = {
  source: string;
  rules: readonly DiagramRule[];
  /** Leads to a line of the source; without it lines are only named. */
  onLine?: ((line: number) => void) | undefined;
};

/** What the drawing does with each rule: kept, broken, or not drawn, and by which lines. */
export function FindingsList({ source, rules, onLine }: FindingsListProps) {
  const found = useMemo(() => findInDrawing(source, rules), [source, rules]);
  return (
    <section className="live-findings" aria-label="What the rules find in the drawing">
      <p className="live-findings-head">
        <b>Diagram check.</b> {found.read ? summaryOf(found.rules) : found.reason}
      </p>
      {found.read && found.rules.length > 0 ? (
        <ul>
          {found.rules.map((rule) => (
            <RuleLine key={rule.rule} found={rule} onLine={onLine} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

const shown: Record<RuleFound["verdict"], { glyph: Verdict; words: string }> = {
  holds: { glyph: "met", words: "Holds" },
  broken: { glyph: "not_met", words: "Broken" },
  not_shown: { glyph: "insufficient_evidence", words: "Not drawn" },
};

function RuleLine({ found, onLine }: { found: RuleFound } & Pick<FindingsListProps, "onLine">) {
  const { rule, verdict, message, lines } = found;
  const { glyph, words } = shown[verdict];
  return (
    <li className={`live-rule ${verdict}`}>
      <p className="live-rule-title">{diagramRuleTitle[rule]}</p>
      <p className="live-rule-verdict">
        <VerdictMark verdict={glyph} words={words} />
        {lines.map((line) =>
          onLine ? (
            <button key={line} type="button" className="btn text" onClick={() => onLine(line)}>
              line {line}
            </button>
          ) : (
            <span key={line}>line {line}</span>
          ),
        )}
      </p>
      <p className="small ink-2">{message}</p>
    </li>
  );
}
