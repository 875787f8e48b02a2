import { Diagram } from "#app/components/diagram/diagram.tsx";
import { DiagramSource } from "#app/components/diagram/diagram-source.tsx";
import { VerdictMark } from "#app/components/ui/verdict.tsx";
import type { DiagramView, RuleView } from "#app/domain/grading/scorecard/diagram-view.ts";
import type { ScorecardTurn } from "#app/domain/grading/scorecard/marked-transcript.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";
import { atStart, whose, type Candidate } from "../candidate-words.ts";
import { checkId } from "../ties.ts";
import "./diagram-findings.css";

type DiagramFindingsProps = {
  diagrams: readonly DiagramView[];
  transcript: readonly ScorecardTurn[];
  candidate?: Candidate;
};

/** What was drawn, and beside it what code read in it. */
export function DiagramFindings({ diagrams, transcript, candidate = "you" }: DiagramFindingsProps) {
  if (diagrams.length === 0) return null;
  return (
    <section className="part diagram-findings" aria-labelledby="diagram-findings-title">
      <h2 id="diagram-findings-title">
        The {diagrams.length === 1 ? "diagram" : "diagrams"} {candidate} drew
      </h2>
      {diagrams.map((diagram, at) => {
        const name = `${atStart(whose[candidate])} diagram${diagrams.length === 1 ? "" : ` ${at + 1}`}`;
        return (
          <div className="drawn" key={`${diagram.seq}-${diagram.start}`}>
            <Drawn diagram={diagram} name={name} transcript={transcript} />
            <Found diagram={diagram} isOneOfMany={diagrams.length > 1} candidate={candidate} />
          </div>
        );
      })}
    </section>
  );
}

/** A source of a megabyte is not put into a page twice. */
const longestShown = 20_000;

type DrawnProps = { diagram: DiagramView; name: string; transcript: readonly ScorecardTurn[] };

function Drawn({ diagram: { seq, start, end, kind, analysed }, name, transcript }: DrawnProps) {
  const text = transcript.find((turn) => turn.seq === seq)?.text ?? "";
  const source = text.slice(start, Math.min(end, start + longestShown)).trim();
  if (!analysed && kind === "unknown") return <DiagramSource source={source} fault={null} />;
  return <Diagram source={source} label={name} />;
}

type FoundProps = { diagram: DiagramView; isOneOfMany: boolean; candidate: Candidate };

function Found({ diagram, isOneOfMany, candidate }: FoundProps) {
  const { analysed, reason, rules, counts } = diagram;
  if (!analysed) {
    return (
      <div className="found">
        <p className="found-head">
          <b>Not analysed.</b> {reason}
        </p>
        <p className="small muted">It costs nothing: {whose[candidate]} words are judged as they are.</p>
      </div>
    );
  }
  return (
    <div className="found">
      <p className="found-head">
        <b>Diagram check.</b> {summaryOf(rules)}
        {isOneOfMany && counts ? " This one counts: it is the newest." : null}
      </p>
      <ul>
        {rules.map((rule) => (
          <RuleLine key={rule.rule} rule={rule} />
        ))}
      </ul>
    </div>
  );
}

function summaryOf(rules: readonly RuleView[]): string {
  const count = (verdict: RuleView["verdict"]) => rules.filter((rule) => rule.verdict === verdict).length;
  if (rules.length === 0) return "It was read; no rule of this scenario speaks about it.";
  const broken = count("broken");
  const parts = [`${count("holds")} of ${rules.length} rules are kept`];
  if (broken > 0) parts.push(`${broken} broken`);
  if (count("not_shown") > 0) parts.push(`${count("not_shown")} not drawn`);
  return `${parts.join(", ")}.`;
}

const shown: Record<RuleView["verdict"], { glyph: Verdict; words: string }> = {
  holds: { glyph: "met", words: "Holds" },
  broken: { glyph: "not_met", words: "Broken" },
  not_shown: { glyph: "insufficient_evidence", words: "Not drawn" },
};

function RuleLine({ rule: { title, verdict, message, lines, checkKeys } }: { rule: RuleView }) {
  const { glyph, words } = shown[verdict];
  return (
    <li className={`found-rule ${verdict}`}>
      <p className="found-title">{title}</p>
      <p className="found-verdict">
        <VerdictMark verdict={glyph} words={words} />
        {lines.length === 0 ? null : <span className="tiny muted num">{linesWords(lines)}</span>}
        {checkKeys.map((key) => (
          <a key={key} className="tiny" href={`#${checkId(key)}`} aria-label={`To check ${key}`}>
            {key}
          </a>
        ))}
      </p>
      <p className="small ink-2">{message}</p>
    </li>
  );
}

function linesWords(lines: readonly number[]): string {
  return lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.slice(0, -1).join(", ")} and ${lines.at(-1)}`;
}
