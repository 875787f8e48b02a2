import { TurnGroup } from "#app/components/transcript/turn-group.tsx";
import { groupTurns } from "#app/components/transcript/turns.ts";
import { LowConfidence, VerdictMark } from "#app/components/ui/verdict.tsx";
import type { CheckView, RedFlagView, ScorecardTurn } from "#app/domain/grading/scorecard.ts";
import { MarkedDiagram, MarkedText } from "./marked-words.tsx";
import { checkId, marksIn } from "./ties.ts";

export type Judged = CheckView | RedFlagView;

const isRedFlag = (judged: Judged): judged is RedFlagView => "raised" in judged;

type YourWordsProps = { transcript: readonly ScorecardTurn[]; judged: ReadonlyMap<string, Judged> };

/** What was said, and beside it, on the margin rule, what was made of it. */
export function YourWords({ transcript, judged }: YourWordsProps) {
  return (
    <section className="your-words" aria-labelledby="your-words-title">
      <div className="column-head">
        <h2 className="label" id="your-words-title">
          Your words
        </h2>
        {judged.size === 0 ? null : <Legend />}
      </div>
      {groupTurns(transcript).map((group) => (
        <div className="tied-turn" key={group[0].seq}>
          <TurnGroup group={group}>
            {(turn) =>
              turn.kind === "diagram" ? <MarkedDiagram turn={turn} /> : <MarkedText segments={turn.segments} />
            }
          </TurnGroup>
          <MarginNotes turns={group} judged={judged} />
        </div>
      ))}
    </section>
  );
}

function Legend() {
  return (
    <p className="legend tiny muted">
      <span>
        <mark>met</mark> <mark className="partial">partly</mark> <mark className="unsure">not enough</mark>{" "}
        <mark className="against">against</mark>
      </span>
      <span className="legend-hint">Hover or focus either side to see the other</span>
    </p>
  );
}

function MarginNotes({ turns, judged }: { turns: readonly ScorecardTurn[]; judged: ReadonlyMap<string, Judged> }) {
  const keys = [...new Set(marksIn(turns).map(({ checkKey }) => checkKey))];
  const notes = keys.flatMap((key) => judged.get(key) ?? []);
  if (notes.length === 0) return null;
  return (
    <ul className="notes" aria-label="In the margin">
      {notes.map((each) => (
        <li key={each.key} className={`note ${toneOf(each)}`} data-checks={each.key}>
          <span className="note-head">
            <a href={`#${checkId(each.key)}`}>{each.key}</a>
            {isRedFlag(each) ? <b>Red flag</b> : <VerdictMark verdict={each.verdict} />}
            {each.lowConfidence ? <LowConfidence /> : null}
          </span>
          {each.title}
        </li>
      ))}
    </ul>
  );
}

function toneOf(judged: Judged): "" | "flat" | "bad" {
  if (isRedFlag(judged) || judged.verdict === "not_met") return "bad";
  return judged.verdict === "met" ? "" : "flat";
}
