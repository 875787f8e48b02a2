import { isRouteErrorResponse, useLocation, useRouteLoaderData } from "@remix-run/react";
import { ErrorPage } from "#app/components/shell/error-page.tsx";
import { SiteFooter } from "#app/components/shell/site-footer.tsx";
import { SiteHeader } from "#app/components/shell/site-header.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { ShownViewer } from "#app/domain/accounts/viewer.ts";

type Kept = { text: string; diagram: string };

function keptIn(error: unknown): Kept | null {
  if (!isRouteErrorResponse(error) || error.status !== 401) return null;
  const { text, diagram } = (error.data ?? {}) as Partial<Kept>;
  return typeof text === "string" && typeof diagram === "string" ? { text, diagram } : null;
}

/** The room leaves out the site's frame; when it cannot be shown, the way out of it is back. */
export function RoomError({ error }: { error: unknown }) {
  const root = useRouteLoaderData<{ viewer: ShownViewer | null }>("root");
  const kept = keptIn(error);
  return (
    <>
      <SiteHeader viewer={root?.viewer ?? null} />
      <main id="main" tabIndex={-1}>
        {kept ? <GivenBack kept={kept} /> : <ErrorPage error={error} />}
      </main>
      <SiteFooter />
    </>
  );
}

/** What was sent after the sign-in ran out, by a page without scripts. */
function GivenBack({ kept }: { kept: Kept }) {
  const location = useLocation();
  return (
    <div className="wrap">
      <div className="error-page">
        <h1>Your sign-in ran out; your text did not.</h1>
        <div className="stack room-given-back">
          <Message
            title="Nothing was sent."
            action={<ButtonLink to={`/sign-in?next=${encodeURIComponent(location.pathname)}`}>Sign in</ButtonLink>}
          >
            Copy your text from here, sign in again, and paste it into the box.
          </Message>
          {[kept.text, kept.diagram]
            .filter((text) => text !== "")
            .map((text) => (
              <textarea key={text} className="input" rows={12} readOnly value={text} aria-label="What you wrote" />
            ))}
        </div>
      </div>
    </div>
  );
}
