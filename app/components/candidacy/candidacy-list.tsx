import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import type { Ended } from "#app/domain/hiring/candidacy.ts";
import type { CandidacyRow } from "#app/services/hiring/candidacy/list-candidacies.server.ts";
import { deadlineWords } from "./candidacy-words.ts";
import "./candidacy.css";

const ended: Record<Ended, string> = {
  withdrawn: "Withdrawn",
  handed_in: "Handed in",
  closed: "Closed by the team",
  deadline: "The deadline has passed",
};

function stateWords(row: CandidacyRow): string {
  if (row.hasResult) return "There is something for you to read";
  if (row.isUnderWay) return "A part is under way, and its clock runs";
  if (row.ended) return ended[row.ended];
  return `${row.partsFinished} of ${row.parts} ${row.parts === 1 ? "part" : "parts"} finished`;
}

/** The assessments somebody has begun. */
export function CandidacyList({ candidacies }: { candidacies: readonly CandidacyRow[] }) {
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Your assessments</h1>
        <p className="lead">
          What a hiring team has invited you to. Practice is a thing of its own: nothing you do there is seen here.
        </p>
      </header>
      {candidacies.length === 0 ? (
        <EmptyState
          title="There is none here."
          action={<ButtonLink to="/scenarios">Practise on a scenario</ButtonLink>}
        >
          An assessment begins with the link in an invitation. It leaves this list when what you did in it is deleted.
        </EmptyState>
      ) : (
        <ul className="candidacy-list">
          {candidacies.map((row) => (
            <li key={row.id}>
              <div>
                <Link className="serif candidacy-name" to={`/assessments/${row.id}`}>
                  {row.name}
                </Link>
                <p className="small muted">{row.organisation}</p>
              </div>
              <div className="small">
                <p>{stateWords(row)}</p>
                {row.ended === null && row.deadline !== null ? (
                  <p className="muted">Nothing begins after {deadlineWords(row.deadline)}</p>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
