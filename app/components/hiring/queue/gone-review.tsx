import { isRouteErrorResponse, useParams } from "@remix-run/react";
import { ErrorPage } from "#app/components/shell/error-page.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";

const words = {
  deleted: {
    title: "This interview was deleted.",
    text: "Its candidate asked for it, the team deleted it, or the time for which it was kept had passed. Nothing of it is left: not the transcript, and not what you had written.",
  },
  withdrawn: {
    title: "The candidate has withdrawn.",
    text: "Their interview is read and given levels by nobody any more. There is nothing for you to do.",
  },
};

function goneIn(error: unknown): keyof typeof words | null {
  if (!isRouteErrorResponse(error) || error.status !== 404) return null;
  const { gone } = (error.data ?? {}) as { gone?: unknown };
  return gone === "deleted" || gone === "withdrawn" ? gone : null;
}

/** In place of a session under review that is there no more: whoever had it in hand is told what became of it. */
export function GoneReview({ error }: { error: unknown }) {
  const { organisation = "" } = useParams();
  const gone = goneIn(error);
  if (gone === null) return <ErrorPage error={error} />;
  return (
    <div className="wrap">
      <div className="error-page">
        <h1>{words[gone].title}</h1>
        <p className="prose">{words[gone].text}</p>
        <div className="row">
          <ButtonLink look="go" to={`/hiring/${organisation}/queue`}>
            To the queue
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}
