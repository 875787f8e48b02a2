import { isRouteErrorResponse, useParams } from "@remix-run/react";
import { ErrorPage } from "#app/components/shell/error-page.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";

/** What the server answers in place of a candidate, to an admin. */
export const goneCandidate = { gone: "candidate" };

function isGone(error: unknown): boolean {
  if (!isRouteErrorResponse(error) || error.status !== 404) return false;
  const { gone } = (error.data ?? {}) as { gone?: unknown };
  return gone === goneCandidate.gone;
}

/** In place of a candidate who is not there: a decision or a message may have been under way when they left. */
export function GoneCandidate({ error }: { error: unknown }) {
  const { organisation = "", assessment = "" } = useParams();
  if (!isGone(error)) return <ErrorPage error={error} />;
  return (
    <div className="wrap">
      <div className="error-page">
        <h1>This candidate is not here, or not any more.</h1>
        <p className="prose">
          Whoever withdraws, or is deleted, leaves the results at once. Nothing is decided about them from then on, and
          nothing is sent to them.
        </p>
        <div className="row">
          <ButtonLink look="go" to={`/hiring/${organisation}/assessments/${assessment}/results`}>
            To the results
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}
