import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { authoredStateWords, type AuthoredState } from "#app/domain/authoring/states.ts";
import "./list.css";

type Row = {
  slug: string;
  title: string;
  state: AuthoredState;
  attempts: number;
  editedAt: string;
  editedBy: string | null;
};

type AuthoredLedgerProps = {
  organisation: { handle: string; name: string };
  scenarios: readonly Row[];
  can: { write: boolean; review: boolean; manage: boolean };
};

/** The scenarios of one organisation, and what can be done in its studio. */
export function AuthoredLedger({ organisation, scenarios, can }: AuthoredLedgerProps) {
  const studio = `/studio/${organisation.handle}`;
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/studio">Studio</Link> / {organisation.name}
        </p>
        <h1>Scenarios of {organisation.name}</h1>
        {can.write ? (
          <div className="row">
            <ButtonLink look="go" to={`${studio}/scenarios/new`}>
              Write a new one
            </ButtonLink>
            <ButtonLink to={`${studio}/scenarios/new#copy`}>Copy one of the library</ButtonLink>
            <ButtonLink to={`${studio}/import`}>Import files</ButtonLink>
          </div>
        ) : null}
      </header>
      {scenarios.length === 0 ? <Empty studio={studio} canWrite={can.write} /> : null}
      {scenarios.length > 0 ? <Ledger studio={studio} scenarios={scenarios} canWrite={can.write} /> : null}
      <Elsewhere studio={studio} organisation={organisation} can={can} />
    </div>
  );
}

function Empty({ studio, canWrite }: { studio: string; canWrite: boolean }) {
  return (
    <EmptyState
      title="Nothing is written here yet."
      action={
        canWrite ? (
          <ButtonLink look="go" to={`${studio}/scenarios/new`}>
            Write the first scenario
          </ButtonLink>
        ) : null
      }
    >
      {canWrite
        ? "A new one begins as a skeleton that says what belongs where; a copy of the library begins finished, to be changed."
        : "Once an instructor has begun a scenario, it stands here."}
    </EmptyState>
  );
}

type LedgerProps = { studio: string; scenarios: readonly Row[]; canWrite: boolean };

function Ledger({ studio, scenarios, canWrite }: LedgerProps) {
  return (
    <table className="ledger folds authored">
      <caption className="visually-hidden">Scenarios, archived ones last</caption>
      <thead>
        <tr>
          <th scope="col">Scenario</th>
          <th scope="col">State</th>
          <th scope="col" className="r">
            Attempts
          </th>
          <th scope="col">Last edited</th>
        </tr>
      </thead>
      <tbody>
        {scenarios.map((row) => (
          <tr key={row.slug} className={row.state.kind === "archived" ? "is-archived" : undefined}>
            <th scope="row" className="lead-cell">
              {/* Reviewers do not write; the versions are what they may read. */}
              <Link to={`${studio}/scenarios/${row.slug}${canWrite ? "" : "/versions"}`} prefetch="intent">
                {row.title}
              </Link>
            </th>
            <td data-label="State">
              <span>{authoredStateWords(row.state)}</span>
            </td>
            <td className="r num" data-label="Attempts">
              <span>{row.attempts}</span>
            </td>
            <td data-label="Last edited">
              <span>
                <Time iso={row.editedAt} form="date-time" />
                {row.editedBy ? `, ${row.editedBy}` : null}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Elsewhere({
  studio,
  organisation,
  can,
}: Pick<AuthoredLedgerProps, "organisation" | "can"> & { studio: string }) {
  return (
    <nav className="studio-elsewhere" aria-label={`More of ${organisation.name}`}>
      <Link to={`${studio}/pages`}>Study pages</Link>
      {can.review ? <Link to="/studio/reviews">Reviews that wait</Link> : null}
      {can.manage ? <Link to={`/admin/${organisation.handle}/members`}>Members</Link> : null}
      {can.manage ? <Link to={`/admin/${organisation.handle}/usage`}>Usage and cost</Link> : null}
    </nav>
  );
}
