import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { WaitingAppeals } from "#app/components/hiring/results/waiting-appeals.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { WaitingAppeal } from "#app/domain/hiring/results.ts";
import "#app/components/hiring/queue/review-queue.css";

type Waiting = {
  sessionId: string;
  code: string;
  title: string;
  assessment: string;
  criteria: number;
  isMine: boolean;
  heldBy: string | null;
};

type AdjudicationListProps = {
  organisation: { handle: string; name: string };
  roles: readonly Role[];
  waiting: { sessions: readonly Waiting[]; isMore: boolean };
  appeals: readonly WaitingAppeal[];
};

/** Sessions on which two reviewers are far apart, for whoever is neither of them. */
export function AdjudicationList({
  organisation,
  roles,
  waiting: { sessions, isMore },
  appeals,
}: AdjudicationListProps) {
  const base = `/hiring/${organisation.handle}/adjudicate`;
  return (
    <div className="wrap">
      <HiringNav organisation={organisation} roles={roles} at="adjudicate" title="Adjudicate" />
      <WaitingAppeals appeals={appeals} organisation={organisation.handle} />
      <p className="prose review-queue-lead">
        Where two reviewers are two levels apart or more, a person who has not reviewed reads the interview and both
        readings, without names, and says which level counts.
      </p>
      {sessions.length === 0 ? (
        <EmptyState title="Nothing waits to be decided by you.">
          No reviewers are far apart, or you have reviewed the interviews on which they are.
        </EmptyState>
      ) : (
        <ul className="review-queue-list">
          {sessions.map((session) => (
            <Row key={session.sessionId} session={session} to={`${base}/${session.sessionId}`} />
          ))}
        </ul>
      )}
      {isMore ? <p className="small muted">More wait; these are the first {sessions.length} of them.</p> : null}
    </div>
  );
}

function Row({ session, to }: { session: Waiting; to: string }) {
  const { code, title, assessment, criteria, isMine, heldBy } = session;
  return (
    <li>
      <div>
        <p className="serif">{title}</p>
        <p className="small muted">
          Candidate <span className="num">{code}</span>, {assessment}, far apart on{" "}
          {criteria === 1 ? "one criterion" : `${criteria} criteria`}
        </p>
        {heldBy === null ? null : <p className="small">{heldBy} has it now.</p>}
      </div>
      <ButtonLink to={to}>
        {isMine ? "Go on" : "Look at it"}
        <span className="visually-hidden">{`: ${title}, candidate ${code}`}</span>
      </ButtonLink>
    </li>
  );
}
