import { DrawnLines } from "#app/components/hiring/evidence/quoted.tsx";
import { graderName } from "#app/components/scorecard/grader-name.ts";
import { formatUtc } from "#app/components/ui/time.tsx";
import type { SessionRecord } from "#app/domain/hiring/record.ts";
import { drawingsIn } from "#app/domain/review/quotes.ts";
import { titleOf } from "#app/domain/scenarios/schema.ts";
import { criterionTitle } from "./record-words.ts";

type Grade = SessionRecord["grades"][number];

const verdictWords = {
  met: "met",
  partial: "partly met",
  not_met: "not met",
  insufficient_evidence: "not enough evidence",
} as const;

/** Every grade that was made, with what made it; of the one that stands beside people's levels also each verdict. */
export function RecordGrades({ record }: { record: SessionRecord }) {
  if (record.grades.length === 0) return <p>No grader has read it.</p>;
  return record.grades.map((grade) => <OneGrade key={grade.id} grade={grade} record={record} />);
}

function OneGrade({ grade, record }: { grade: Grade; record: SessionRecord }) {
  const { grader, model, promptVersion, at, counts, status, reason } = grade;
  const making = [model, promptVersion === null ? null : `prompt ${promptVersion}`, `rubric ${grade.rubricHash}`];
  return (
    <article className="record-given">
      <h3>
        {graderName[grader]}, {formatUtc(at, "date-time")}
        {counts ? "" : ", not the one that stands beside people’s levels"}
      </h3>
      <p className="small muted record-hash">{making.filter((each) => each !== null).join(" · ")}</p>
      {status === "graded" ? null : <p>Without a result: {(reason ?? status).replaceAll("_", " ")}.</p>}
      {grade.score === null ? null : (
        <p>
          Score {grade.score}, {grade.band}
          {record.gate.isValidated ? "" : ". Not validated"}. Its reasons are written to the candidate.
        </p>
      )}
      {counts && grade.result !== null ? <Verdicts result={grade.result} record={record} /> : null}
    </article>
  );
}

function Verdicts({ result, record }: { result: NonNullable<Grade["result"]>; record: SessionRecord }) {
  const checkTitle = (criterionId: string, id: string) => {
    const found = record.rubric.criteria.find((criterion) => criterion.id === criterionId);
    return titleOf([...(found?.checks ?? []), ...(found?.redFlags ?? [])].find((check) => check.id === id) ?? { id });
  };
  const drawings = drawingsIn(record.transcript);
  return (
    <ul className="record-list">
      {result.criteria.map(({ id, level, checks, redFlags }) => (
        <li key={id}>
          <b>{criterionTitle(record, id)}</b>: level {level}
          <ul className="record-checks">
            {[...checks, ...redFlags].map((check) => (
              <li key={check.id}>
                {checkTitle(id, check.id)}: {verdictWords[check.verdict]}. {check.reason}
                {check.quotes.map((quote, at) => (
                  <GradersQuote key={at} text={quote.text} isDrawn={drawings.has(quote.seq)} />
                ))}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** A grader reads a drawing line by line; the drawing itself stands in the transcript. */
function GradersQuote({ text, isDrawn }: { text: string; isDrawn: boolean }) {
  if (!isDrawn) return <q className="record-quote">{text}</q>;
  return (
    <span className="record-comment">
      <DrawnLines text={text} />
    </span>
  );
}
