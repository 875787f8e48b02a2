import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { mayAs, type Action } from "#app/domain/accounts/permissions.ts";
import type { Role } from "#app/domain/accounts/roles.ts";
import "./hiring-nav.css";

export type HiringPlace = "assessments" | "queue" | "adjudicate" | "agreement" | "audit";

type HiringNavProps = {
  organisation: { handle: string; name: string };
  /** The viewer's own in the organisation: places they may not go to are not offered. */
  roles: readonly Role[];
  at: HiringPlace | null;
  title: string;
  /** Between the organisation and the title, where the page lies below one of the places. */
  crumbs?: readonly { to: string; label: string }[];
  /** What can be done from here, beside the title. */
  children?: ReactNode;
};

const places: readonly { name: HiringPlace; path: string; label: string; action: Action }[] = [
  { name: "assessments", path: "", label: "Assessments", action: "see_hiring" },
  { name: "queue", path: "/queue", label: "Review", action: "review_assessment" },
  { name: "adjudicate", path: "/adjudicate", label: "Adjudicate", action: "adjudicate" },
  { name: "agreement", path: "/agreement", label: "Agreement", action: "see_agreement" },
  { name: "audit", path: "/audit", label: "Record", action: "see_audit" },
];

const noCrumbs: NonNullable<HiringNavProps["crumbs"]> = [];

/** The head of every page of a hiring team: whose it is, its title, and the way between the places. */
export function HiringNav({ organisation, roles, at, title, crumbs = noCrumbs, children }: HiringNavProps) {
  const hiring = `/hiring/${organisation.handle}`;
  return (
    <header className="hiring-head">
      <p className="crumb">
        <Link to="/hiring">Hiring</Link> / <Link to={hiring}>{organisation.name}</Link>
        {crumbs.map(({ to, label }) => (
          <span key={to}>
            {" / "}
            <Link to={to}>{label}</Link>
          </span>
        ))}
      </p>
      <div className="hiring-head-title">
        <h1>{title}</h1>
        {children}
      </div>
      <nav className="tabs" aria-label="Hiring">
        {places
          .filter(({ action }) => mayAs(roles, action))
          .map(({ name, path, label }) => (
            <Link key={name} to={hiring + path} aria-current={name === at ? "page" : undefined} prefetch="intent">
              {label}
            </Link>
          ))}
      </nav>
    </header>
  );
}
