import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import "./labs.css";

/** The head of a lab's page. */
export function LabHead({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  return (
    <header className="page-head lab-head">
      <p className="crumb">
        <Link to="/labs">Labs</Link> / {name}
      </p>
      <h1>{title}</h1>
      <p className="lead">{children}</p>
    </header>
  );
}
