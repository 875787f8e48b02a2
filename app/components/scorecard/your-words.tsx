import { TurnGroup } from "#app/components/transcript/turn-group.tsx";
import { groupTurns } from "#app/components/transcript/turns.ts";
import { LowConfidence, VerdictMark } from "#app/components/ui/verdict.tsx";
import type { CheckView, RedFlagView } from "#app/domain/grading/scorecard/grade-view.ts";
import type { ScorecardTurn } from "#app/domain/grading/scorecard/marked-transcript.ts";
import type { WrongNumber } from "#app/domain/grading/findings/numbers/number-view.ts";
import { atStart, whose, type Candidate } from "./candidate-words.ts";
import { ColumnHead } from "./column-head.tsx";
import { MarkedDiagram, MarkedText } from "./marked-words.tsx";
import { NumberNote } from "./findings/numbers.tsx";
import { checkId, marksIn } from "./ties.ts";

export type Judged = CheckView | RedFlagView;

const isRedFlag = (judged: Judged): judged is RedFlagView => "raised" in judged;

type YourWordsProps = {
  transcript: readonly ScorecardTurn[];
  judged: ReadonlyMap<string, Judged>;
  /** Those to be marked. */
  numbers?: readonly WrongNumber[];
  candidate?: Candidate;
  /** For a reader who is not the candidate: who speaks. */
  labelOf?: (group: readonly [ScorecardTurn, ...ScorecardTurn[]]) => string;
};

const none: readonly WrongNumber[] = [];

/** What was said, and beside it, on the margin rule, what was made of it. */
export function YourWords({ transcript, judged, numbers = none, candidate = "you", labelOf }: YourWordsProps) {
  return (
    <section className="your-words" aria-labelledby="your-words-title">
      <ColumnHead id="your-words-title" title={`${atStart(whose[candidate])} words`}>
        {judged.size === 0 ? null : <Legend hasNumbers={numbers.length > 0} />}
      </ColumnHead>
      {groupTurns(transcript).map((group) => (
        <div className="tied-turn" key={group[0].seq}>
          <TurnGroup group={group} {...(labelOf && { label: labelOf(group) })}>
            {(turn) =>
              turn.kind === "diagram" ? (
                <MarkedDiagram turn={turn} {...(labelOf && { label: "The candidate’s diagram" })} />
              ) : (
                <MarkedText segments={turn.segments} />
              )
            }
          </TurnGroup>
          <MarginNotes turns={group} judged={judged} numbers={numbers} candidate={candidate} />
        </div>
      ))}
    </section>
  );
}

function Legend({ hasNumbers }: { hasNumbers: boolean }) {
  return (
    <p className="legend tiny muted">
      <span>
        <mark>met</mark> <mark className="partial">partly</mark> <mark className="unsure">not enough</mark>{" "}
        <mark className="against">against</mark>
        {hasNumbers ? <mark className="wrong-number">number</mark> : null}
      </span>
      <span className="legend-hint">Hover or focus either side to see the other</span>
    </p>
  );
}

type MarginNotesProps = {
  turns: readonly ScorecardTurn[];
  judged: ReadonlyMap<string, Judged>;
  numbers: readonly WrongNumber[];
  candidate?: Candidate;
};

/** What was made of some of the turns, beside them. */
export function MarginNotes({ turns, judged, numbers, candidate = "you" }: MarginNotesProps) {
  const keys = [...new Set(marksIn(turns).map(({ checkKey }) => checkKey))];
  const notes = keys.flatMap((key) => judged.get(key) ?? []);
  const wrong = numbers.filter(({ key }) => keys.includes(key));
  if (notes.length + wrong.length === 0) return null;
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
      {wrong.map((number) => (
        <NumberNote key={number.key} number={number} candidate={candidate} />
      ))}
    </ul>
  );
}

function toneOf(judged: Judged): "" | "flat" | "bad" {
  if (isRedFlag(judged) || judged.verdict === "not_met") return "bad";
  return judged.verdict === "met" ? "" : "flat";
}
