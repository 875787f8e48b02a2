import { useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { SiteFooter } from "#app/components/shell/site-footer.tsx";
import { SiteHeader } from "#app/components/shell/site-header.tsx";
import type { ShownViewer } from "#app/domain/accounts/viewer.ts";

/** The site's frame, for what is shown in place of a page that leaves it out. */
export function FramedPage({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<{ viewer: ShownViewer | null }>("root");
  return (
    <>
      <SiteHeader viewer={root?.viewer ?? null} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
