import { VerdictMark } from "#app/components/ui/verdict.tsx";
import type { DrawnFinding, ShownPoint } from "#app/domain/grading/feedback.ts";
import type { WrongNumber } from "#app/domain/grading/findings/numbers/number-view.ts";
import type { AnswerFeedback } from "../room-view.ts";
import "./feedback.css";

const points = (count: number) => count.toLocaleString("en", { maximumFractionDigits: 1 });

/** What an answer showed, in the margin folded in below it. What is missing is not named. */
export function FeedbackNotes({ feedback }: { feedback: AnswerFeedback }) {
  const { showed, wrong, drawn } = feedback;
  const isNothing = showed.length === 0 && wrong.length === 0 && drawn.length === 0;
  return (
    <aside className="feedback" aria-label="What this answer showed">
      <p className="who">The offline grader’s reading, an estimate</p>
      <ul className="notes">
        {showed.map((point) => (
          <PointNote key={point.id} point={point} />
        ))}
        {wrong.map((number) => (
          <NumberNote key={number.key} number={number} isAskedAbout={feedback.isAskedAbout} />
        ))}
        {drawn.map((drawing) => (
          <DrawingNote key={drawing.seq} drawing={drawing} />
        ))}
        <li className="note flat">
          {isNothing ? "It heard no further point of the rubric in this answer. " : null}
          So far{" "}
          <b className="num">
            {points(feedback.points)} of {points(feedback.maxPoints)} points
          </b>{" "}
          of the rubric.
        </li>
      </ul>
    </aside>
  );
}

function PointNote({ point: { title, verdict, quotes } }: { point: ShownPoint }) {
  return (
    <li className={verdict === "met" ? "note" : "note flat"}>
      <span className="note-head">
        <VerdictMark verdict={verdict} />
        <b>{title}</b>
      </span>
      {[...new Set(quotes)].slice(0, 2).map((quote) => (
        <q key={quote}>
          <mark className={verdict}>{quote}</mark>
        </q>
      ))}
    </li>
  );
}

type NumberNoteProps = { number: WrongNumber; isAskedAbout: boolean };

function NumberNote({ number: { claimed, computed, sum, note }, isAskedAbout }: NumberNoteProps) {
  if (isAskedAbout) {
    return (
      <li className="note bad">
        <b>Number check: {claimed} is not what it comes to.</b> The interviewer asks about it; the sum stands here after
        your next answer.
      </li>
    );
  }
  return (
    <li className="note bad">
      <b>
        Number check: {computed}, not {claimed}.
      </b>{" "}
      <span className="num">{sum}</span>
      {note === "" ? null : ` ${note}`}
    </li>
  );
}

function DrawingNote({ drawing: { notRead, rules } }: { drawing: DrawnFinding }) {
  if (notRead !== null) {
    return (
      <li className="note flat">
        <b>Diagram check: not analysed.</b> {notRead}
      </li>
    );
  }
  if (rules.length === 0) return null;
  return (
    <li className={rules.some(({ verdict }) => verdict === "broken") ? "note bad" : "note"}>
      <b>Diagram check</b>
      <ul className="feedback-rules">
        {rules.map(({ title, verdict, message }) => (
          <li key={title}>
            <VerdictMark
              verdict={verdict === "holds" ? "met" : "not_met"}
              words={verdict === "holds" ? "Holds" : "Broken"}
            />{" "}
            {title}. {verdict === "broken" ? message : null}
          </li>
        ))}
      </ul>
    </li>
  );
}
