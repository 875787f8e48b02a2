import { Link } from "@remix-run/react";
import { count } from "#app/components/studio/agreement-words.ts";
import { Time } from "#app/components/ui/time.tsx";
import { verdictName } from "#app/components/ui/verdict.tsx";
import type { DisagreementsView } from "#app/services/authoring/learners/list-disagreements.server.ts";

type DisagreementsProps = {
  disagreements: DisagreementsView;
  dates: Readonly<Record<string, string>>;
  handle: string;
};

/** On which checks the two graders differ, and on which criteria people gave another level; with the interviews. */
export function Disagreements({ disagreements: { graders, people }, dates, handle }: DisagreementsProps) {
  const linkTo = (sessionId: string) => <SessionLink sessionId={sessionId} date={dates[sessionId]} handle={handle} />;
  return (
    <div className="learner-disagreements">
      <h3>With each other</h3>
      {graders.interviews === 0 ? (
        <p className="small">No interview has been graded both offline and by the Anthropic grader.</p>
      ) : (
        <p className="small">
          {count(graders.interviews, "interview")} graded by both;{" "}
          {graders.checks.length === 0 ? "the same verdict on every check." : "they differ on:"}
        </p>
      )}
      {graders.checks.map(({ id, title, interviews, differing }) => (
        <details key={id} className="outline">
          <summary>
            {title}: {differing.length} of {interviews}
          </summary>
          <ul className="plain-lines small">
            {differing.map(({ sessionId, offline, anthropic }) => (
              <li key={sessionId}>
                {linkTo(sessionId)}: offline {verdictName[offline].toLowerCase()}, Anthropic{" "}
                {verdictName[anthropic].toLowerCase()}
              </li>
            ))}
          </ul>
        </details>
      ))}
      <h3>With people</h3>
      {people.interviews === 0 ? (
        <p className="small">No reviewer has given levels to an interview, in a review or in answer to an appeal.</p>
      ) : (
        <p className="small">
          {count(people.interviews, "interview")} read by people;{" "}
          {people.criteria.length === 0 ? "the same level wherever they gave one." : "another level on:"}
        </p>
      )}
      {people.criteria.map(({ id, title, given, differing }) => (
        <details key={id} className="outline">
          <summary>
            {title}: {differing.length} of {count(given, "level")}
          </summary>
          <ul className="plain-lines small num">
            {differing.map(({ sessionId, grader, person }, at) => (
              <li key={at}>
                {linkTo(sessionId)}: grader {Number.isInteger(grader) ? grader : grader.toFixed(1)}, a person {person}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function SessionLink({ sessionId, date, handle }: { sessionId: string; date: string | undefined; handle: string }) {
  return (
    <Link to={`/studio/${handle}/sessions/${sessionId}`}>
      Interview
      {date ? (
        <>
          {" "}
          of <Time iso={date} form="date-time" />
        </>
      ) : null}
    </Link>
  );
}
