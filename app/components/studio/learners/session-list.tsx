import { Link } from "@remix-run/react";
import { bandName } from "#app/components/ui/band-scale.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { LearnersView, ListedSession } from "#app/services/authoring/learners/get-learners.server.ts";

type SessionListProps = { sessions: NonNullable<LearnersView["sessions"]>; handle: string; version: number | null };

/** Whose each interview is: the only part of the page with names. */
export function SessionList({ sessions: { rows, page, pages }, handle, version }: SessionListProps) {
  if (rows.length === 0) return <p className="prose">There is none.</p>;
  return (
    <>
      <table className="ledger folds">
        <caption className="visually-hidden">Interviews, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Begun</th>
            <th scope="col" className="r">
              Version
            </th>
            <th scope="col">Score</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((session) => (
            <SessionRow key={session.id} session={session} handle={handle} />
          ))}
        </tbody>
      </table>
      {pages > 1 ? <Pages page={page} pages={pages} version={version} /> : null}
    </>
  );
}

function SessionRow({ session, handle }: { session: ListedSession; handle: string }) {
  const { id, name, startedAt, isFinished, number } = session;
  const who = name ?? "An account that is gone";
  return (
    <tr>
      <th scope="row" className="lead-cell">
        {isFinished ? <Link to={`/studio/${handle}/sessions/${id}`}>{who}</Link> : who}
      </th>
      <td data-label="Begun">
        <Time iso={startedAt} form="date-time" />
      </td>
      <td className="r" data-label="Version">
        {number ?? "–"}
      </td>
      <td data-label="Score">
        <ScoreOf session={session} />
      </td>
    </tr>
  );
}

function ScoreOf({ session: { isFinished, score, band, grader } }: { session: ListedSession }) {
  if (!isFinished) return <span className="muted">Not finished</span>;
  if (score === null || band === null) return <span className="muted">Not graded</span>;
  return (
    <span className="num">
      {score}, {bandName[band].toLowerCase()}
      {grader === "offline" ? <span className="muted"> an estimate</span> : null}
    </span>
  );
}

type PagesProps = { page: number; pages: number; version: number | null };

function Pages({ page, pages, version }: PagesProps) {
  const to = (number: number) =>
    `?${new URLSearchParams({ ...(version !== null && { version: String(version) }), page: String(number) })}#sessions`;
  return (
    <nav className="row wide small" aria-label="Pages of interviews">
      {page > 1 ? <Link to={to(page - 1)}>Newer</Link> : null}
      <span className="muted num">
        Page {page} of {pages}
      </span>
      {page < pages ? <Link to={to(page + 1)}>Older</Link> : null}
    </nav>
  );
}
