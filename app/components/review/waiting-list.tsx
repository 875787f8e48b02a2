import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Time } from "#app/components/ui/time.tsx";
import "./review.css";

export type Waiting = {
  waiting: number;
  given: number;
  sessions: readonly { sessionId: string; title: string; finishedAt: string; answers: number }[];
};

export type Contested = {
  waiting: number;
  appeals: readonly { appealId: string; title: string; criterion: string; createdAt: string }[];
};

const some = (many: number, unit: string) => `${many} ${unit}${many === 1 ? "" : "s"}`;

/** Contested levels, and interviews that nobody has given levels to, the longest waiting first and without a name. */
export function WaitingList({ queue, contested }: { queue: Waiting; contested: Contested }) {
  const { waiting, given, sessions } = queue;
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/studio/calibration">Calibration</Link> /
        </p>
        <h1>Reviews</h1>
        <p className="lead">
          Read an interview and give each criterion a level, before you see the grader’s. No name is shown. You have
          given levels to {some(given, "interview")}.
        </p>
      </header>
      {contested.appeals.length === 0 ? null : <Appeals contested={contested} />}
      {sessions.length === 0 ? (
        <EmptyState
          title="No interview is waiting."
          action={<ButtonLink to="/studio/calibration">See how the grader does</ButtonLink>}
        >
          Finished interviews of other people come here until somebody has given them levels.
        </EmptyState>
      ) : (
        <Sessions waiting={waiting} sessions={sessions} />
      )}
    </div>
  );
}

/** Somebody waits for each of these, so they come first. */
function Appeals({ contested: { waiting, appeals } }: { contested: Contested }) {
  return (
    <section className="part" aria-labelledby="contested">
      <h2 id="contested">{some(waiting, "contested level")} waiting</h2>
      <ul className="waiting-list">
        {appeals.map(({ appealId, title, criterion, createdAt }) => (
          <li key={appealId}>
            <div>
              <p className="serif">{title}</p>
              <p className="small muted">
                {criterion}, contested <Time iso={createdAt} form="date-time" />
              </p>
            </div>
            <ButtonLink to={`/studio/reviews/appeals/${appealId}`}>
              Answer
              <span className="visually-hidden">
                {" "}
                {criterion}, {title}
              </span>
            </ButtonLink>
          </li>
        ))}
      </ul>
      {waiting > appeals.length ? (
        <p className="small muted">The {appeals.length} that have waited longest are shown.</p>
      ) : null}
    </section>
  );
}

function Sessions({ waiting, sessions }: Pick<Waiting, "waiting" | "sessions">) {
  return (
    <section className="part" aria-labelledby="waiting">
      <h2 id="waiting">{some(waiting, "interview")} waiting</h2>
      <ul className="waiting-list">
        {sessions.map(({ sessionId, title, finishedAt, answers }) => (
          <li key={sessionId}>
            <div>
              <p className="serif">{title}</p>
              <p className="small muted">
                Finished <Time iso={finishedAt} form="date-time" />, {some(answers, "answer")}
              </p>
            </div>
            <ButtonLink to={`/studio/reviews/${sessionId}`}>
              Review<span className="visually-hidden"> {title}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
      {waiting > sessions.length ? (
        <p className="small muted">The {sessions.length} that have waited longest are shown.</p>
      ) : null}
    </section>
  );
}
