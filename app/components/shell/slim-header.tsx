import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Mark } from "./mark.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

type SlimHeaderProps = {
  title: string;
  /** A word after the title, as the mode of an interview. */
  note?: string;
  /** What stays in view on the right: question, clock. */
  children?: ReactNode;
  /** The last thing on the right, as a button. */
  action?: ReactNode;
};

/** The header of a page that is a room of its own: the title is the page's, the site steps back to its mark. */
export function SlimHeader({ title, note, children, action }: SlimHeaderProps) {
  return (
    <header className="slim-header">
      <Link className="brand" to="/" aria-label="Tradeoff, home">
        <Mark />
      </Link>
      <div className="slim-title">
        <h1>{title}</h1>
        {note ? <span className="small muted">{note}</span> : null}
      </div>
      <div className="slim-status">{children}</div>
      <div className="slim-end">
        <ThemeSwitch />
        {action}
      </div>
    </header>
  );
}
