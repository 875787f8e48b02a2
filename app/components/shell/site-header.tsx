import { Form, Link, NavLink, useLocation } from "@remix-run/react";
import { UserRound } from "lucide-react";
import type { ShownViewer } from "#app/domain/accounts/viewer.ts";
import { Mark } from "./mark.tsx";
import { SearchLink } from "./search-link.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

const places = [
  { to: "/scenarios", name: "Scenarios" },
  { to: "/practice", name: "Practice" },
  { to: "/learn", name: "Learn" },
  { to: "/labs", name: "Labs" },
  { to: "/figures", name: "Figures" },
  { to: "/progress", name: "Progress" },
];

/** A candidate without an account has nothing to write or review. */
const studio = { to: "/studio", name: "Studio" };

/** For whoever is in a hiring team. */
const hiring = { to: "/hiring", name: "Hiring" };

export function SiteHeader({ viewer }: { viewer: ShownViewer | null }) {
  const hasStudio = viewer !== null && !viewer.isGuest;
  const shown = [...places, ...(hasStudio ? [studio] : []), ...(viewer?.hires ? [hiring] : [])];
  return (
    <header className="site-header">
      <div className="wrap">
        <Link className="brand" to="/">
          <Mark />
          Tradeoff
        </Link>
        <nav
          className={["site-nav", hasStudio ? "with-studio" : "", viewer?.hires ? "with-hiring" : ""].join(" ").trim()}
          aria-label="Main"
        >
          {shown.map((place) => (
            <NavLink key={place.to} to={place.to} prefetch="intent">
              {place.name}
            </NavLink>
          ))}
        </nav>
        <div className="site-header-end">
          <SearchLink />
          <ThemeSwitch />
          <ViewerMenu viewer={viewer} />
        </div>
      </div>
    </header>
  );
}

function ViewerMenu({ viewer }: { viewer: ShownViewer | null }) {
  const location = useLocation();
  const next = `?next=${encodeURIComponent(location.pathname + location.search)}`;
  if (viewer === null) {
    return (
      <Link className="btn bare" to={`/sign-in${isWayIn(location.pathname) ? "" : next}`}>
        Sign in
      </Link>
    );
  }
  // A guest exists only once there is something worth keeping.
  if (viewer.isGuest) {
    return (
      <Link className="btn bare" to={`/sign-up${isWayIn(location.pathname) ? "" : next}`}>
        Keep your work
      </Link>
    );
  }
  return (
    <>
      <NavLink className="btn bare viewer-link" to="/account">
        <UserRound strokeWidth={1.75} aria-hidden="true" />
        <span className="viewer-name">{viewer.name}</span>
      </NavLink>
      <Form method="post" action="/sign-out">
        <button className="btn bare">Sign out</button>
      </Form>
    </>
  );
}

/** Where somebody signs in or up is no place to come back to. */
function isWayIn(path: string): boolean {
  return /^\/(sign-|magic-link|forgot-password|reset-password|verify-email)/.test(path);
}
