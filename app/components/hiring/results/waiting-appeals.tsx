import { Link } from "@remix-run/react";
import { Time } from "#app/components/ui/time.tsx";
import type { WaitingAppeal } from "#app/domain/hiring/results.ts";
import "./results.css";

type WaitingAppealsProps = { appeals: readonly WaitingAppeal[]; organisation: string };

/** Appeals that wait for a person who has had no hand in the levels. Nothing without any. */
export function WaitingAppeals({ appeals, organisation }: WaitingAppealsProps) {
  if (appeals.length === 0) return null;
  return (
    <section className="waiting-appeals" aria-labelledby="appeals-title">
      <h2 className="label" id="appeals-title">
        {appeals.length === 1 ? "1 appeal waits" : `${appeals.length} appeals wait`}
      </h2>
      <ul>
        {appeals.map(({ appealId, code, title, criterion, askedAt, mayAnswer }) => (
          <li key={appealId}>
            <span>
              {code}: <span className="serif">{criterion}</span> in {title}, contested <Time iso={askedAt} form="day" />
            </span>
            {mayAnswer ? (
              <Link to={`/hiring/${organisation}/appeals/${appealId}`}>
                Read and answer<span className="visually-hidden"> {`the appeal of ${code} on ${criterion}`}</span>
              </Link>
            ) : (
              <span className="small muted">You had a hand in these levels: somebody else answers.</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
