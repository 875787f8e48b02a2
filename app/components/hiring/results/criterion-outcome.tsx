import { DrawnLines, QuotedDrawing } from "#app/components/hiring/evidence/quoted.tsx";
import { LevelRuler } from "#app/components/ui/level-ruler.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { VerdictMark } from "#app/components/ui/verdict.tsx";
import { checkId, wordsId } from "#app/components/scorecard/ties.ts";
import type {
  CriterionOutcome as Outcome,
  GraderReading,
  ShownChange,
  ShownReading,
  TeamAppeal,
} from "#app/domain/hiring/candidate-view.ts";
import { restsOnWords, type ShownGate } from "#app/domain/hiring/results.ts";
import { ChangeLevel } from "./change-level.tsx";
import { GraderLevel } from "./gate-words.tsx";
import type { ResultsTold } from "./results-told.ts";

type CriterionOutcomeProps = { criterion: Outcome; gate: ShownGate; part: number; told: ResultsTold | null };

/** What one criterion came to, and everything that led there, the oldest first. */
export function CriterionOutcome({ criterion, gate, part, told }: CriterionOutcomeProps) {
  const { key, title, weight, descriptors, settled, readings, grader, changes, appeal } = criterion;
  return (
    <div className="criterion outcome" id={checkId(key)} data-checks={key}>
      <h3>
        <span className="criterion-key">{key}</span>
        {title}
      </h3>
      <div className="outcome-body">
        <p className="criterion-level">
          {settled === null ? <b className="medium">No level: nobody could tell</b> : <LevelRuler level={settled} />}
          <span className="small muted num">weight {weight}</span>
        </p>
        {settled === null ? null : <p className="small ink-2">{descriptors[settled]}</p>}
        <p className="tiny muted">{restsOnWords(criterion)}</p>
        <ul className="readings">
          {readings.map((reading) => (
            <Reading key={`${reading.kind}-${reading.by}-${reading.at}`} reading={reading} criterionKey={key} />
          ))}
        </ul>
        {appeal ? <Appeal appeal={appeal} /> : null}
        {changes.length === 0 ? null : (
          <ol className="readings" aria-label={`Changes of ${title}, the oldest first`}>
            {changes.map((change) => (
              <Change key={change.at} change={change} />
            ))}
          </ol>
        )}
        {grader ? <Grader grader={grader} gate={gate} title={title} /> : null}
        <ChangeLevel key={changes.length} criterion={criterion} part={part} told={told} />
      </div>
    </div>
  );
}

function Reading({ reading, criterionKey }: { reading: ShownReading; criterionKey: string }) {
  const { by, kind, level, comment, quotes } = reading;
  return (
    <li>
      <p className="reading-head">
        <b className="medium">{by}</b>
        {kind === "adjudication" ? <span className="muted">, between the reviewers</span> : null}:{" "}
        {level === null ? "cannot tell" : `level ${level}`}
      </p>
      {comment === null ? null : <p className="reading-comment">{comment}</p>}
      {quotes.length === 0 ? null : (
        <ul className="quoted">
          {quotes.map(({ text, mark, drawing }, at) => (
            <li key={at}>
              {drawing === null ? (
                <a href={`#${wordsId(mark)}`} aria-label={`${criterionKey}, to the words: ${text}`}>
                  <q>{text}</q>
                </a>
              ) : (
                <details className="outline">
                  <summary>The candidate’s diagram</summary>
                  <QuotedDrawing text={text} drawing={drawing} />
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const levelOr = (level: number | null) => (level === null ? "no level" : `level ${level}`);

function Change({ change: { by, at, before, level, reason, isAppeal } }: { change: ShownChange }) {
  return (
    <li>
      <p className="reading-head">
        <b className="medium">{by}</b> changed {levelOr(before)} to level {level}
        {isAppeal ? " on the appeal" : ""}, <Time iso={at} form="day" />
      </p>
      {isAppeal ? null : <p className="reading-comment">{reason}</p>}
    </li>
  );
}

function Appeal({ appeal: { level, reason, at, answered } }: { appeal: TeamAppeal }) {
  return (
    <div className="readings outcome-appeal">
      <p className="reading-head">
        <b className="medium">The candidate</b> contested level {level}, <Time iso={at} form="day" />
      </p>
      <p className="reading-comment">{reason}</p>
      {answered ? (
        <>
          <p className="reading-head">
            <b className="medium">{answered.by}</b> answered with {levelOr(answered.level)},{" "}
            <Time iso={answered.at} form="day" />
          </p>
          <p className="reading-comment">{answered.answer}</p>
        </>
      ) : (
        <p className="small muted">It waits for a person who has had no hand in the levels.</p>
      )}
    </div>
  );
}

function Grader({ grader, gate, title }: { grader: GraderReading; gate: ShownGate; title: string }) {
  return (
    <details className="outline outcome-grader">
      <summary>
        <GraderLevel level={grader.level} gate={gate} />
        <span className="visually-hidden"> on {title}</span>
      </summary>
      <ul className="readings">
        {grader.checks.map(({ key, title: check, verdict, reason, quotes }) => (
          <li key={key}>
            <p className="reading-head">
              <VerdictMark verdict={verdict} /> {check}
            </p>
            {reason ? <p className="small ink-2">{reason}</p> : null}
            {quotes.length === 0 ? null : (
              <ul className="quoted">
                {quotes.map(({ text, isDrawn }, at) => (
                  <li key={at}>{isDrawn ? <DrawnLines text={text} /> : <q>{text}</q>}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
