import { markKind } from "#app/domain/grading/scorecard/marked-transcript.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";

type Quoted = { start: number; end: number };

/** Somebody's own words, with those marked that counted. */
export function QuotedAnswer({ text, quotes, verdict }: { text: string; quotes: readonly Quoted[]; verdict: Verdict }) {
  const parts: JSX.Element[] = [];
  let from = 0;
  for (const { start, end } of quotes.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    parts.push(
      <span key={`text ${from}`}>{text.slice(from, start)}</span>,
      <mark key={`mark ${start}`} className={markKind[verdict]}>
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  return (
    <p className="own-words">
      {parts}
      {text.slice(from)}
    </p>
  );
}
