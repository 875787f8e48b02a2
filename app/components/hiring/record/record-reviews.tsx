import { Quoted } from "#app/components/hiring/evidence/quoted.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";
import type { SessionRecord } from "#app/domain/hiring/record.ts";
import { drawingsIn } from "#app/domain/review/quotes.ts";
import { byAt, criterionTitle } from "./record-words.ts";

type Review = SessionRecord["reviews"][number];

/** Every person's levels with the words they rest on, the reviewers who left it to others, and what was changed later. */
export function RecordReviews({ record }: { record: SessionRecord }) {
  const { reviews, skipped, endedEarly, changes } = record;
  return (
    <>
      {reviews.length === 0 ? <p>Nobody gave levels.</p> : null}
      {reviews.map((review, at) => (
        <Given key={at} review={review} record={record} />
      ))}
      {skipped.length === 0 ? null : (
        <ul className="record-list">
          {skipped.map(({ by, at, reason }) => (
            <li key={by + at}>
              {by} left it to others on {formatUtc(at, "date")}
              {reason === null ? "." : `: ${reason}`}
            </li>
          ))}
        </ul>
      )}
      {endedEarly === null ? null : (
        <p>
          The reviewing was ended early. {byAt(endedEarly)}: {endedEarly.reason}
        </p>
      )}
      {changes.length === 0 ? null : (
        <>
          <h3>Changed afterwards</h3>
          <ul className="record-list">
            {changes.map(({ by, at, criterionId, before, level, reason, forAppeal }) => (
              <li key={criterionId + at}>
                {criterionTitle(record, criterionId)}: from {before ?? "no level"} to {level}
                {forAppeal ? ", on the candidate’s appeal" : ""}. {byAt({ by, at })}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Given({ review, record }: { review: Review; record: SessionRecord }) {
  const { levels, comments, quotes, kind } = review;
  const drawings = drawingsIn(record.transcript);
  const concerned = record.rubric.criteria
    .map(({ id }) => id)
    .filter((id) => kind === "independent" || levels[id] !== undefined);
  return (
    <article className="record-given">
      <h3>
        {kind === "adjudication" ? "Adjudication" : "Review"} by {byAt(review)}
      </h3>
      <ul className="record-list">
        {concerned.map((id) => (
          <li key={id}>
            <b>{criterionTitle(record, id)}</b>: {levels[id] === undefined ? "could not tell" : `level ${levels[id]}`}
            {comments[id] ? <span className="record-comment">{comments[id]}</span> : null}
            {(quotes[id] ?? []).map(({ seq, start, text }) => (
              <Quoted key={`${seq}-${start}`} text={text} drawing={drawings.get(seq)} isForPaper>
                <q className="record-quote">{text}</q>
              </Quoted>
            ))}
          </li>
        ))}
      </ul>
    </article>
  );
}
