import { Link } from "@remix-run/react";
import { checkId } from "#app/components/scorecard/ties.ts";
import { VerdictMark } from "#app/components/ui/verdict.tsx";
import { markKind } from "#app/domain/grading/scorecard/marked-transcript.ts";
import type { Difference } from "#app/domain/grading/scorecard/model-answer.ts";

type DifferencesProps = { differences: readonly Difference[]; sessionId: string };

/** What the author's answer meets and one's own did not, with the words of both. */
export function Differences({ differences, sessionId }: DifferencesProps) {
  return (
    <section className="part differences" aria-labelledby="differences-title">
      <h2 id="differences-title">
        {differences.length === 0 ? "It meets nothing that yours does not" : "Where you and it differ"}
      </h2>
      <p className="small muted">
        {differences.length === 0
          ? "Every check that is found met in it is met in your answer too."
          : `${countWords(differences.length)} it meets and your answer did not.`}{" "}
        <Link to={`/sessions/${sessionId}/scorecard`}>Your scorecard</Link> has all the rest.
      </p>
      {differences.length === 0 ? null : (
        <ol>
          {differences.map((difference) => (
            <DifferenceRow key={difference.key} difference={difference} />
          ))}
        </ol>
      )}
    </section>
  );
}

const countWords = (count: number) => (count === 1 ? "One check" : `${count} checks`);

function DifferenceRow({ difference: { key, title, asks, study, model, own } }: { difference: Difference }) {
  return (
    <li className="difference">
      <div className="difference-check">
        <h3>
          <a href={`#${checkId(key)}`}>{key}</a> {title}
        </h3>
        <p className="small ink-2">{asks}</p>
        {study ? (
          <p className="small">
            <Link to={study.href}>
              {study.pageTitle}, {study.sectionTitle}
            </Link>
          </p>
        ) : null}
      </div>
      <div>
        <p className="label">You</p>
        {own.verdict === null ? (
          <p className="small muted">Not asked in your version.</p>
        ) : (
          <VerdictMark verdict={own.verdict} />
        )}
        {[...new Set(own.quotes)].map((quote) => (
          <p key={quote} className="difference-quote">
            <mark className={own.verdict === null ? undefined : markKind[own.verdict]}>{quote}</mark>
          </p>
        ))}
        {own.quotes.length === 0 && own.verdict !== null ? (
          <p className="small muted">No words of yours were found for it.</p>
        ) : null}
      </div>
      <div>
        <p className="label">The author</p>
        <VerdictMark verdict="met" />
        {[...new Set(model.quotes)].map((quote) => (
          <p key={quote} className="difference-quote">
            <mark className="met">{quote}</mark>
          </p>
        ))}
      </div>
    </li>
  );
}
