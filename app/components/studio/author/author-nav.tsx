import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import "./author-nav.css";

export type AuthorPlace = "write" | "try" | "versions" | "learners";

type AuthorNavProps = {
  organisation: { handle: string; name: string };
  /** Null on a page of the studio that is about no single scenario. */
  scenario: { slug: string; title: string } | null;
  at: AuthorPlace | null;
  /** What can be done from here, beside the title. */
  children?: ReactNode;
};

const places: readonly { name: AuthorPlace; path: string; label: string }[] = [
  { name: "write", path: "", label: "Write" },
  { name: "try", path: "/try", label: "Try it" },
  { name: "versions", path: "/versions", label: "Versions" },
  { name: "learners", path: "/learners", label: "Learners" },
];

/** The head of every page of one scenario: whose it is, its title, and the way between its pages. */
export function AuthorNav({ organisation, scenario, at, children }: AuthorNavProps) {
  const studio = `/studio/${organisation.handle}`;
  return (
    <header className="author-head">
      <p className="crumb">
        <Link to="/studio">Studio</Link> / <Link to={studio}>{organisation.name}</Link>
      </p>
      {scenario ? (
        <>
          <div className="author-head-title">
            <h1>{scenario.title}</h1>
            {children}
          </div>
          <nav className="tabs" aria-label="This scenario">
            {places.map(({ name, path, label }) => (
              <Link
                key={name}
                to={`${studio}/scenarios/${scenario.slug}${path}`}
                aria-current={name === at ? "page" : undefined}
                prefetch="intent"
              >
                {label}
              </Link>
            ))}
          </nav>
        </>
      ) : (
        children
      )}
    </header>
  );
}
