import { Form, Link, NavLink, useLocation } from "@remix-run/react";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
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

export function SiteHeader({ viewer }: { viewer: Viewer | null }) {
  return (
    <header className="site-header">
      <div className="wrap">
        <Link className="brand" to="/">
          <Mark />
          Tradeoff
        </Link>
        <nav className="site-nav" aria-label="Main">
          {places.map((place) => (
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

function ViewerMenu({ viewer }: { viewer: Viewer | null }) {
  const location = useLocation();
  const next = `?next=${encodeURIComponent(location.pathname + location.search)}`;
  if (viewer === null) {
    return (
      <Link className="btn bare" to={`/sign-in${location.pathname.startsWith("/sign-") ? "" : next}`}>
        Sign in
      </Link>
    );
  }
  // A guest exists only once there is something worth keeping.
  if (viewer.isGuest) {
    return (
      <Link className="btn bare" to={`/sign-up${location.pathname.startsWith("/sign-") ? "" : next}`}>
        Keep your work
      </Link>
    );
  }
  return (
    <>
      <span className="viewer-name">{viewer.name}</span>
      <Form method="post" action="/sign-out">
        <button className="btn bare">Sign out</button>
      </Form>
    </>
  );
}
