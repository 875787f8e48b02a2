import type { ReactNode } from "react";
import "./organisation.css";

type PersonProps = {
  name: string;
  email: string;
  isViewer?: boolean;
  /** What they are, or how far they have come. */
  standing: ReactNode;
  also: ReactNode;
  isOpen: boolean;
  children: ReactNode;
};

/** Somebody in a list; opened, the forms for what can be done. Without scripts it opens all the same. */
export function Person({ name, email, isViewer = false, standing, also, isOpen, children }: PersonProps) {
  return (
    <li>
      <details className="person" open={isOpen}>
        <summary>
          <span>
            <span className="serif person-name">{name}</span>
            {isViewer ? <span className="muted"> (you)</span> : null}
            <span className="person-email small muted">{email}</span>
          </span>
          <span>{standing}</span>
          <span className="small muted">{also}</span>
          <span className="person-change small">
            Change<span className="visually-hidden"> what concerns {name}</span>
          </span>
        </summary>
        <div className="person-forms">{children}</div>
      </details>
    </li>
  );
}
