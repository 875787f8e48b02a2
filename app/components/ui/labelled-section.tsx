import type { ReactNode } from "react";

/** A part of a page on the spread: its name in the label column, its content in the text column. */
export function LabelledSection({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <section className="spread labelled-section" aria-labelledby={id}>
      <h2 className="label" id={id}>
        {label}
      </h2>
      <div>{children}</div>
    </section>
  );
}
