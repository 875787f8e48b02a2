import { Link } from "@remix-run/react";
import { Time } from "#app/components/ui/time.tsx";
import { whatWords, whoWords, type AuditRow } from "#app/domain/hiring/audit-log.ts";

type TableProps = { rows: readonly AuditRow[]; hiring: string };

export function AuditTable({ rows, hiring }: TableProps) {
  return (
    <table className="ledger folds audit-table">
      <caption className="visually-hidden">Who did what, newest first</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who did what</th>
          <th scope="col">Assessment</th>
          <th scope="col">Candidate, session</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="audit-when" data-label="When">
              <Time iso={row.at} form="date-time" />
            </td>
            <th scope="row" className="lead-cell">
              <span>
                {whoWords(row)} {whatWords(row)}
                {row.more === "" ? null : <span className="audit-more">{row.more}</span>}
              </span>
            </th>
            <td data-label="Assessment">
              <AssessmentLink row={row} hiring={hiring} />
            </td>
            <td data-label="Candidate, session">
              <AboutLinks row={row} hiring={hiring} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AssessmentLink({ row: { assessment }, hiring }: { row: AuditRow; hiring: string }) {
  if (!assessment) return <span className="muted">–</span>;
  return <Link to={`${hiring}/assessments/${assessment.id}`}>{assessment.name}</Link>;
}

/** Only what the viewer may open is a link. */
function AboutLinks({ row: { candidate, session, assessment }, hiring }: { row: AuditRow; hiring: string }) {
  if (!candidate && !session) return <span className="muted">–</span>;
  return (
    <span className="audit-about">
      {candidate === null ? null : candidate.code === null ? (
        <span className="muted">no code yet</span>
      ) : candidate.isComplete && assessment ? (
        <Link to={`${hiring}/assessments/${assessment.id}/results/${candidate.code}`}>{candidate.code}</Link>
      ) : (
        <span>{candidate.code}</span>
      )}
      {session?.isComplete ? <Link to={`${hiring}/sessions/${session.id}/record`}>record</Link> : null}
    </span>
  );
}
