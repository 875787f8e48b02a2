import type { ReactNode } from "react";

/** The name of a column of the scorecard, and beside it what helps to read it. */
export function ColumnHead({ id, title, children }: { id: string; title: string; children?: ReactNode }) {
  return (
    <div className="column-head">
      <h2 className="label" id={id}>
        {title}
      </h2>
      {children}
    </div>
  );
}
