import interLatin from "@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2?url";
import serifLatin from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useNavigation,
  useRouteError,
  useRouteLoaderData,
  type ShouldRevalidateFunctionArgs as ShouldRevalidateArgs,
} from "@remix-run/react";
import { useContext, type ReactNode } from "react";
import { ErrorPage } from "./components/shell/error-page.tsx";
import { errorWords } from "./components/shell/error-words.ts";
import { NonceContext } from "./components/shell/nonce.ts";
import { NotSentMessage } from "./components/shell/not-sent-message.tsx";
import { PageAnnouncer } from "./components/shell/page-announcer.tsx";
import { isBare } from "./components/shell/shell-handle.ts";
import { SiteFooter } from "./components/shell/site-footer.tsx";
import { SiteHeader } from "./components/shell/site-header.tsx";
import { useThemeBeingSent } from "./components/shell/theme-switch.tsx";
import { membershipsFor } from "./domain/accounts/permissions.ts";
import type { ShownViewer } from "./domain/accounts/viewer.ts";
import { readTheme } from "./http/theme.server.ts";
import { findViewer } from "./http/viewer.server.ts";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/choices.css";
import "./styles/prose.css";
import "./styles/evidence.css";
import "./components/ui/list-row.css";
import "./components/ui/marks.css";
import "./components/ui/states.css";
import "./components/shell/shell.css";

const preloadedFont = (href: string) =>
  ({ rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href }) as const;

export const links: LinksFunction = () => [
  preloadedFont(interLatin),
  preloadedFont(serifLatin),
  { rel: "icon", type: "image/svg+xml", href: "/favicon.svg" },
];

export const meta: MetaFunction = ({ error }) => [
  { title: error === undefined ? "Tradeoff" : `${errorWords(error).title} · Tradeoff` },
];

// Anyone may load the frame; it holds only who is looking and the theme they chose.
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const hires = membershipsFor(viewer, "see_hiring").length > 0;
  const shown: ShownViewer | null = viewer && { name: viewer.name, isGuest: viewer.isGuest, hires };
  return { theme: await readTheme(request), viewer: shown };
}

/**
 * A changed query string alone changes neither the viewer nor their theme, and neither does a form that was refused or
 * never arrived: offline, loading the frame anew would put an error in place of the page.
 */
export function shouldRevalidate(args: ShouldRevalidateArgs) {
  const { currentUrl, nextUrl, formMethod, actionStatus = 200, defaultShouldRevalidate } = args;
  if (actionStatus >= 400) return false;
  const onlyQueryChanged = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return onlyQueryChanged && !formMethod ? false : defaultShouldRevalidate;
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  // An error is told inside the full frame, also where the page that failed brings its own.
  const failed = Boolean(useRouteError());
  const bare = useMatches().some((match) => isBare(match.handle)) && !failed;
  const theme = useThemeBeingSent() ?? data?.theme ?? "system";
  const nonce = useContext(NonceContext);
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body data-busy={useNavigation().state === "idle" ? undefined : ""}>
        <a className="skip-link" href="#main">
          Skip to the page
        </a>
        {bare ? (
          children
        ) : (
          <>
            <SiteHeader viewer={data?.viewer ?? null} />
            <main id="main" tabIndex={-1}>
              {children}
            </main>
            <SiteFooter />
          </>
        )}
        <NotSentMessage />
        <PageAnnouncer />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
