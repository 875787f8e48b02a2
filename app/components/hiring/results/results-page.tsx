import { Link } from "@remix-run/react";
import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { ResultsView } from "#app/domain/hiring/results.ts";
import { CandidateList } from "./candidate-list.tsx";
import { Comparison } from "./comparison.tsx";
import { LevelsFiles } from "./levels-files.tsx";
import { WaitingAppeals } from "./waiting-appeals.tsx";
import "./results.css";

type ResultsPageProps = {
  organisation: { handle: string; name: string };
  roles: readonly Role[];
  assessment: { id: string; name: string };
  view: ResultsView;
};

/** Candidates of an assessment by their codes: what complete sessions came to, and how far the others are. */
export function ResultsPage({ organisation, roles, assessment, view }: ResultsPageProps) {
  const path = `/hiring/${organisation.handle}/assessments/${assessment.id}`;
  const to = (code: string) => `${path}/results/${code}${view.part === 1 ? "" : `?part=${view.part}`}`;
  const hasAny = view.candidates.length > 0;
  return (
    <div className="wrap results">
      <HiringNav
        organisation={organisation}
        roles={roles}
        at="assessments"
        title="Results"
        crumbs={[{ to: path, label: assessment.name }]}
      >
        <LevelsFiles path={path} />
      </HiringNav>
      {view.problems.map((problem) => (
        <Message key={problem} title={problem} role="status" />
      ))}
      <WaitingAppeals appeals={view.appeals} organisation={organisation.handle} />
      {view.parts.length > 1 ? <PartLinks parts={view.parts} at={view.part} /> : null}
      {hasAny ? (
        <>
          <CandidateList view={view} to={to} />
          {view.compared.length > 0 ? (
            <Comparison criteria={view.criteria} compared={view.compared} gate={view.gate} to={to} />
          ) : (
            <p className="ink-2 nothing-complete">
              No session is complete yet. Levels are shown once their reviewing is.
            </p>
          )}
        </>
      ) : (
        <EmptyState title={view.after === null ? "There is nothing to show." : "These are all."}>
          {view.after === null ? (
            "A candidate appears here by a code once they have handed in, and with levels once people have reviewed them. Whoever has withdrawn, and what was deleted, is here no more."
          ) : (
            <Link to={`?part=${view.part}`}>From the start</Link>
          )}
        </EmptyState>
      )}
    </div>
  );
}

/** Side by side stand candidates at the same scenario: each part has its own page. */
export function PartLinks({ parts, at }: { parts: readonly { position: number; title: string }[]; at: number }) {
  return (
    <nav className="tabs part-links" aria-label="Parts">
      {parts.map(({ position, title }) => (
        <Link key={position} to={`?part=${position}`} aria-current={position === at ? "page" : undefined}>
          {position}. {title}
        </Link>
      ))}
    </nav>
  );
}
