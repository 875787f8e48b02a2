import { Link } from "@remix-run/react";
import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { AuditFilter, AuditRow } from "#app/domain/hiring/audit-log.ts";
import { AuditFilters, searchOf } from "./audit-filters.tsx";
import { AuditTable } from "./audit-table.tsx";
import "./audit.css";

type AuditLogProps = {
  organisation: { handle: string; name: string };
  roles: readonly Role[];
  filter: AuditFilter;
  view: {
    rows: readonly AuditRow[];
    older: string | null;
    assessments: readonly { id: string; name: string }[];
    people: readonly { id: string; name: string }[];
  };
  /** Whether it is the newest page. */
  isFirst: boolean;
};

const isFiltered = (filter: AuditFilter) => Object.values(filter).some((value) => value !== null);

/** Who saw, changed and exported what, newest first. */
export function AuditLog({ organisation, roles, filter, view, isFirst }: AuditLogProps) {
  const at = `/hiring/${organisation.handle}/audit`;
  const to = (after: string | null) => at + searchOf(filter, after);
  return (
    <div className="wrap audit">
      <HiringNav organisation={organisation} roles={roles} at="audit" title="Record">
        <a className="btn" href={`${at}.csv${searchOf(filter, null)}`} download>
          Download as CSV
        </a>
      </HiringNav>
      <p className="audit-lead ink-2">
        Every step that saw, changed or exported something, written down as it happened and never edited. Candidates
        appear by their codes alone, and what a person did as a candidate carries no code before everything they handed
        in has been reviewed. Reading this page is written down too.
      </p>
      <AuditFilters filter={filter} assessments={view.assessments} people={view.people} at={at} />
      {view.rows.length === 0 ? (
        <Nothing isFiltered={isFiltered(filter)} isFirst={isFirst} at={at} />
      ) : (
        <AuditTable rows={view.rows} hiring={`/hiring/${organisation.handle}`} />
      )}
      <nav className="audit-pages" aria-label="Pages of the record">
        {isFirst ? null : <Link to={to(null)}>Newest entries</Link>}
        {view.older === null ? null : (
          <Link to={to(view.older)} rel="next">
            Older entries
          </Link>
        )}
      </nav>
    </div>
  );
}

function Nothing({ isFiltered: filtered, isFirst, at }: { isFiltered: boolean; isFirst: boolean; at: string }) {
  if (!isFirst) return <EmptyState title="There is nothing older." />;
  if (!filtered) return <EmptyState title="Nothing is written here yet." />;
  return <EmptyState title="No entry fits." action={<Link to={at}>Show every entry</Link>} />;
}
