import { Link } from "@remix-run/react";

export type PresetTab = { id: string; name: string; href: string };

/** The models of a lab, side by side: each is an address of its own. */
export function PresetTabs({ label, tabs, selected }: { label: string; tabs: readonly PresetTab[]; selected: string }) {
  return (
    <nav className="tabs preset-tabs" aria-label={label}>
      {tabs.map(({ id, name, href }) => (
        <Link key={id} to={href} aria-current={id === selected ? "page" : undefined} preventScrollReset>
          {name}
        </Link>
      ))}
    </nav>
  );
}
