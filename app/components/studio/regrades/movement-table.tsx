import { Link } from "@remix-run/react";
import { bandName } from "#app/components/ui/band-scale.tsx";
import type { Movement } from "#app/domain/authoring/regrade.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";
import type { Band } from "#app/domain/scenarios/schema.ts";
import { byGrader, signed } from "./regrade-words.ts";

type Score = { score: number; band: Band; grader: GraderName };

export type RegradedSession = {
  sessionId: string;
  name: string;
  version: number | null;
  before: Score | null;
  after: Score | null;
  movement: Movement | null;
  state: "waiting" | "graded" | "ungraded";
  message: string | null;
};

type MovementTableProps = { sessions: readonly RegradedSession[]; studio: string; version: number };

/** Before and after of each interview, those that moved most first. */
export function MovementTable({ sessions, studio, version }: MovementTableProps) {
  return (
    <table className="ledger folds movements">
      <caption className="visually-hidden">Interviews before and after, those that moved most first</caption>
      <thead>
        <tr>
          <th scope="col">Interview</th>
          <th scope="col">Before</th>
          <th scope="col">On version {version}</th>
          <th scope="col" className="r">
            Moved
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <MovementRow key={session.sessionId} session={session} studio={studio} />
        ))}
      </tbody>
    </table>
  );
}

function MovementRow({ session, studio }: { session: RegradedSession; studio: string }) {
  const { sessionId, name, version, before, movement } = session;
  return (
    <tr>
      <th scope="row" className="lead-cell">
        <div>
          <Link to={`${studio}/sessions/${sessionId}`}>{name}</Link>
          {version === null ? null : <span className="muted">, on version {version}</span>}
          <Levels levels={movement?.levels ?? []} />
        </div>
      </th>
      <td className="num" data-label="Before">
        <span>
          {before ? scoreWords(before) : "no grade"}
          {before && movement && !movement.sameGrader ? (
            <span className="muted">, by {byGrader[before.grader]}</span>
          ) : null}
        </span>
      </td>
      <td className="num" data-label="After">
        <span>
          <After session={session} />
        </span>
      </td>
      <td className="r num" data-label="Moved">
        <span>{movement ? <b>{signed(movement.difference)}</b> : "–"}</span>
      </td>
    </tr>
  );
}

const scoreWords = ({ score, band }: Score) => `${score}, ${bandName[band].toLowerCase()}`;

function After({ session: { after, state, message } }: { session: RegradedSession }) {
  if (after) return <>{scoreWords(after)}</>;
  return <span className="muted">{state === "waiting" ? "waiting" : (message ?? "could not be graded")}</span>;
}

function Levels({ levels }: { levels: Movement["levels"] }) {
  if (levels.length === 0) return null;
  return (
    <span className="moved-levels">
      {levels
        .map(({ title, before, after }) => `${title} ${before ?? "not there"} → ${after ?? "not there"}`)
        .join(" · ")}
    </span>
  );
}
