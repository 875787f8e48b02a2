import { isRouteErrorResponse, useLocation } from "@remix-run/react";
import { ErrorPage } from "#app/components/shell/error-page.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";

type Kept = { text: string; diagram: string };

function keptIn(error: unknown): Kept | null {
  if (!isRouteErrorResponse(error) || error.status !== 401) return null;
  const { text, diagram } = (error.data ?? {}) as Partial<Kept>;
  return typeof text === "string" && typeof diagram === "string" ? { text, diagram } : null;
}

/** The room brings its own frame, so its errors do too. What was sent after the sign-in ran out is given back. */
export function RoomError({ error }: { error: unknown }) {
  const kept = keptIn(error);
  return (
    <main id="main" tabIndex={-1}>
      {kept ? <GivenBack kept={kept} /> : <ErrorPage error={error} />}
    </main>
  );
}

function GivenBack({ kept }: { kept: Kept }) {
  const location = useLocation();
  return (
    <div className="wrap">
      <div className="error-page">
        <h1>Your sign-in ran out; your text did not.</h1>
        <div className="stack">
          <Message
            title="Nothing was sent."
            action={<ButtonLink to={`/sign-in?next=${encodeURIComponent(location.pathname)}`}>Sign in</ButtonLink>}
          >
            Copy your text from here, sign in again, and paste it into the box.
          </Message>
          {[kept.text, kept.diagram]
            .filter((text) => text !== "")
            .map((text) => (
              <textarea
                key={text}
                className="input given-back"
                rows={12}
                readOnly
                value={text}
                aria-label="What you wrote"
              />
            ))}
        </div>
      </div>
    </div>
  );
}
