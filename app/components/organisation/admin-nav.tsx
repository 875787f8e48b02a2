import { Link } from "@remix-run/react";
import "./organisation.css";

const places = [
  { at: "members", name: "Members" },
  { at: "usage", name: "Usage and cost" },
] as const;

type AdminNavProps = { organisation: { handle: string; name: string }; at: (typeof places)[number]["at"] };

/** The way between the pages of one organisation's admins, below the head of each. */
export function AdminNav({ organisation: { handle, name }, at }: AdminNavProps) {
  return (
    <nav className="tabs" aria-label={name}>
      {places.map((place) => (
        <Link key={place.at} to={`/admin/${handle}/${place.at}`} aria-current={place.at === at ? "page" : undefined}>
          {place.name}
        </Link>
      ))}
      <Link to={`/studio/${handle}`}>Studio</Link>
    </nav>
  );
}
